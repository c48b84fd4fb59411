package vn.lienvien.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;

/** What a consumer has applied, and how far it is with each key; two round trips for a batch. */
@ApplicationScoped
class InboxTables {

    /**
     * The locks come first and in one order: the loop and an operator's retry of the same key
     * exclude each other, and the second statement sees what the other has committed.
     */
    private static final String LOCK_AND_READ =
            """
            select pg_advisory_xact_lock(l.id) from (
                select distinct hashtextextended(concat_ws('/', 'inbox', ?::text, ?::text, key), 0) as id
                from unnest((select ?::text[])) k (key) order by 1) l;
            select k.key, p.last, exists (select from parked w where w.consumer = c.consumer and w.topic = c.topic and w.key = k.key)
            from (values (?, ?)) c (consumer, topic) cross join unnest((select ?::text[])) k (key)
            left join position p on p.consumer = c.consumer and p.topic = c.topic and p.key = k.key
            """;

    private static final String CLAIM =
            """
            insert into inbox (consumer, event_id) select ?, unnest((select ?::uuid[]))
            on conflict do nothing returning event_id;
            """;

    private static final String ADVANCE =
            """
            insert into position (consumer, topic, key, last)
            select ?, ?, * from unnest((select ?::text[]), (select ?::bigint[]))
            on conflict (consumer, topic, key) do update set last = excluded.last
            """;

    private final Sql sql;

    InboxTables(Sql sql) {
        this.sql = sql;
    }

    Map<String, KeyState> lockAndRead(String consumer, String topic, Collection<String> keys) {
        List<String> each = keys.stream().distinct().toList();
        Object[] parameters = {consumer, topic, each, consumer, topic, each};
        return sql.with(
                connection -> {
                    try (var statement = Sql.prepare(connection, LOCK_AND_READ, parameters)) {
                        statement.execute();
                        statement.getMoreResults();
                        return states(statement.getResultSet());
                    }
                });
    }

    private static Map<String, KeyState> states(ResultSet rows) throws SQLException {
        Map<String, KeyState> states = new HashMap<>();
        while (rows.next()) {
            KeyState state = new KeyState(rows.getObject(2, Long.class), rows.getBoolean(3));
            states.put(rows.getString(1), state);
        }
        return states;
    }

    /** Answers which events are new. */
    Set<UUID> claimAndAdvance(
            String consumer, String topic, Collection<UUID> events, Map<String, Long> last) {
        if (events.isEmpty()) {
            sql.run(ADVANCE, consumer, topic, last.keySet(), last.values());
            return new HashSet<>();
        }
        Object[] parameters = {consumer, events, consumer, topic, last.keySet(), last.values()};
        return sql.with(
                connection -> {
                    try (var statement = Sql.prepare(connection, CLAIM + ADVANCE, parameters)) {
                        statement.execute();
                        ResultSet rows = statement.getResultSet();
                        return new HashSet<>(Sql.all(rows, row -> row.getObject(1, UUID.class)));
                    }
                });
    }
}
