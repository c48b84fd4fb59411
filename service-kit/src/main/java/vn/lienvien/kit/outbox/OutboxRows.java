package vn.lienvien.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import vn.lienvien.events.EventJson;
import vn.lienvien.kit.sql.Sql;

/** The outbox table and the counters beside it, written in one round trip a transaction. */
@ApplicationScoped
class OutboxRows {

    /**
     * The row lock on the counter, held until the commit, gives one order for each key even when
     * two transactions change different rows for one transfer.
     */
    private static final String INSERT =
            """
            with given as (
                select * from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::timestamptz[])
                    with ordinality as g (topic, key, event_id, type, attributes, payload, occurred_at, nth)),
            counted as (
                insert into stream as s (topic, key, last)
                select topic, key, count(*) from given group by topic, key order by topic, key
                on conflict (topic, key) do update set last = s.last + excluded.last
                returning topic, key, last)
            insert into outbox (topic, key, sequence, event_id, type, attributes, payload, occurred_at, recorded_at)
            select topic, key,
                   c.last - count(*) over (partition by topic, key) + row_number() over (partition by topic, key order by nth),
                   event_id, type, attributes::jsonb, payload, least(occurred_at, now.at), now.at
            from given join counted c using (topic, key), (select app_now() as at) now
            order by nth
            """;

    private static final String UNSTAMP =
            """
            update outbox set published_at = null where topic = ? and published_at is not null
               and key = coalesce(?::text, key) and recorded_at >= coalesce(?::timestamptz, '-infinity')
            """;

    private final Sql sql;

    OutboxRows(Sql sql) {
        this.sql = sql;
    }

    void insert(List<Announcement> sorted) {
        sql.run(
                INSERT,
                sorted.stream().map(each -> each.event().topic().topicName()).toList(),
                sorted.stream().map(each -> each.event().key()).toList(),
                sorted.stream().map(Announcement::id).toList(),
                sorted.stream().map(Announcement::type).toList(),
                sorted.stream().map(Announcement::attributes).toList(),
                sorted.stream().map(each -> EventJson.write(each.event())).toArray(byte[][]::new),
                sorted.stream().map(Announcement::occurredAt).toList());
    }

    int unstamp(String topic, String key, Instant since) {
        return sql.run(UNSTAMP, topic, key, since);
    }
}
