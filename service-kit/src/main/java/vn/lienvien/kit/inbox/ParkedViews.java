package vn.lienvien.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import vn.lienvien.kit.sql.Sql;

/** What waits, for operators to read. */
@ApplicationScoped
public class ParkedViews {

    private static final String VIEW =
            "select id, consumer, topic, key, sequence, event_id, reason, fault, parked_at from parked";

    private final Sql sql;

    ParkedViews(Sql sql) {
        this.sql = sql;
    }

    public Optional<ParkedView> find(long id) {
        return sql.first(VIEW + " where id = ?", ParkedView::read, id);
    }

    /**
     * @param key null for every key
     */
    public List<ParkedView> list(String key, int limit) {
        return sql.list(
                VIEW
                        + " where key = coalesce(?::text, key)"
                        + " order by consumer, topic, key, sequence nulls first, id limit ?",
                ParkedView::read,
                key,
                limit);
    }
}
