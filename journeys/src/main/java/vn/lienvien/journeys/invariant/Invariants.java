package vn.lienvien.journeys.invariant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.lienvien.journeys.Databases;
import vn.lienvien.local.client.TopicReader;

/**
 * The invariants of docs/domain.md that can be read off three databases and four topics at rest:
 * I1, I2, I4 to I9, I12 and I14. I3 and I19 are the stories' own to assert: only they know what
 * they were answered.
 */
public record Invariants(Databases databases, TopicReader topics) {

    /**
     * Everything that is broken now; while the system still works, some of it may be on its way.
     *
     * @param canaries strings that only patients and their doctors have
     * @param excludedKeys keys that a story has poisoned on purpose
     */
    public List<String> broken(Set<String> canaries, Set<String> excludedKeys) throws SQLException {
        var broken = new ArrayList<String>();
        for (var rule : Rules.all().toList()) {
            databases
                    .rows(rule.database(), rule.sql())
                    .forEach(row -> broken.add(rule.id() + " " + row.getFirst()));
        }
        var all = topics.everything();
        var told = all.stream().filter(one -> !excludedKeys.contains(one.key())).toList();
        broken.addAll(TopicRules.inOrder(told));
        broken.addAll(TopicRules.nothingConfirmedAfterItsEnd(told));
        broken.addAll(TopicRules.noIdentity(told, canaries));
        var delivery = new Delivery(databases, all);
        broken.addAll(delivery.committedIsPublished());
        broken.addAll(delivery.publishedIsTakenIn(excludedKeys));
        broken.addAll(new Agreement(databases).broken());
        return broken;
    }
}
