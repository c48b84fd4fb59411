package vn.lienvien.journeys.invariant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienvien.journeys.Databases;

/** I12: at rest, all three services tell the same story of every transfer. */
record Agreement(Databases databases) {

    /** Where the search for a place may stand in each state of the journey. */
    private static final Map<String, Set<String>> STAGES =
            Map.of(
                    "SEEKING", Set.of("SEEKING"),
                    "OFFERED", Set.of("OFFERED"),
                    "CONSULTING", Set.of("OFFERED"),
                    "WAITING", Set.of("WAITING"),
                    "ACCEPTED", Set.of("CONFIRMED"),
                    "READY", Set.of("CONFIRMED"),
                    "IN_TRANSIT", Set.of("CONFIRMED", "SEEKING", "OFFERED", "WAITING"),
                    "ARRIVED", Set.of("OCCUPIED", "ENDED"),
                    "HANDED_OVER", Set.of("OCCUPIED", "ENDED"),
                    "ENDED", Set.of("ENDED"));

    private static final Set<String> STILL_ASKED = Set.of("OFFERED", "CONSULTING", "IN_TRANSIT");

    List<String> broken() throws SQLException {
        var states = pairs("transfer", "select id::text, state from transfer");
        var broken = new ArrayList<String>();
        var stages = pairs("bed", "select transfer_id::text, stage from placement");
        states.forEach(
                (transfer, state) -> {
                    if (!STAGES.get(state).contains(stages.getOrDefault(transfer, "unknown"))) {
                        broken.add(
                                "I12 %s is %s, its placement %s"
                                        .formatted(transfer, state, stages.get(transfer)));
                    }
                });
        pairs(
                        "notification",
                        "select distinct transfer_id::text, kind from obligation where kind = 'ANSWER_OFFER' and ended is null")
                .forEach(
                        (transfer, _) -> {
                            if (!STILL_ASKED.contains(states.get(transfer))) {
                                broken.add(
                                        "I12 %s is %s, and a unit is still to answer"
                                                .formatted(transfer, states.get(transfer)));
                            }
                        });
        return broken;
    }

    private Map<String, String> pairs(String database, String sql) throws SQLException {
        var pairs = new HashMap<String, String>();
        databases.rows(database, sql).forEach(row -> pairs.put(row.get(0), row.get(1)));
        return pairs;
    }
}
