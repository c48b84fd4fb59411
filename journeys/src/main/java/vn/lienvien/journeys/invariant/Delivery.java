package vn.lienvien.journeys.invariant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienvien.journeys.Databases;
import vn.lienvien.local.client.Told;

/** What was committed against what was sent, and what was sent against what was taken in. */
record Delivery(Databases databases, List<Told> told) {

    private record Stream(String topic, String key) {}

    /**
     * I4: every committed event lies on its topic, under the id it was given in its transaction.
     */
    List<String> committedIsPublished() throws SQLException {
        Set<String> published = new HashSet<>();
        told.forEach(event -> published.add(event.id()));
        var broken = new ArrayList<String>();
        for (var database : Databases.NAMES) {
            for (var row :
                    databases.rows(
                            database, "select event_id::text, type || ' of ' || key from outbox")) {
                if (!published.contains(row.get(0))) {
                    broken.add("I4 " + row.get(1) + " is stamped as published but is on no topic");
                }
            }
        }
        return broken;
    }

    /** I5 and I12: every consumer has had its effect of the last event of every key it follows. */
    List<String> publishedIsTakenIn(Set<String> excludedKeys) throws SQLException {
        Map<Stream, Long> last = new HashMap<>();
        for (var database : Databases.NAMES) {
            for (var row : databases.rows(database, "select topic, key, last::text from stream")) {
                last.put(new Stream(row.get(0), row.get(1)), Long.parseLong(row.get(2)));
            }
        }
        var broken = new ArrayList<String>();
        for (var database : Databases.NAMES) {
            for (var row :
                    databases.rows(
                            database, "select consumer, topic, key, last::text from position")) {
                var expected = last.get(new Stream(row.get(1), row.get(2)));
                if (expected != null
                        && expected != Long.parseLong(row.get(3))
                        && !excludedKeys.contains(row.get(2))) {
                    broken.add(
                            "I12 %s is at %s of %d in %s/%s"
                                    .formatted(
                                            row.get(0),
                                            row.get(3),
                                            expected,
                                            row.get(1),
                                            row.get(2)));
                }
            }
        }
        return broken;
    }
}
