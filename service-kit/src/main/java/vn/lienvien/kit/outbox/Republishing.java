package vn.lienvien.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.lienvien.kit.sql.Sql;

/**
 * Sends events again that the broker has lost: a lone broker acknowledges before its disk does. Ids
 * and sequences stay, so readers that have them drop them.
 */
@ApplicationScoped
public class Republishing {

    private final Sql sql;
    private final RelayWake relay;

    Republishing(Sql sql, RelayWake relay) {
        this.sql = sql;
        this.relay = relay;
    }

    /**
     * @param key null for every key of the topic
     * @param since recorded then or later; null for all that are kept
     */
    public int again(String topic, String key, Instant since) {
        int events =
                sql.run(
                        "update outbox set published_at = null where topic = ? and published_at is not null"
                                + " and key = coalesce(?::text, key)"
                                + " and recorded_at >= coalesce(?::timestamptz, '-infinity')",
                        topic,
                        key,
                        since);
        relay.wake();
        return events;
    }
}
