package vn.lienvien.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.lienvien.kit.sql.Json;
import vn.lienvien.kit.sql.Sql;

/** The records that wait, as they came, so that they can be read again by a later release. */
@ApplicationScoped
public class ParkedRecords {

    private static final String VIEW =
            "select id, consumer, topic, key, sequence, event_id, reason, fault, parked_at from parked";

    private static final String PARK =
            """
            insert into parked (consumer, topic, key, sequence, event_id, partition_no, record_offset,
                                reason, fault, headers, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing
            """;

    private static final String OLDEST =
            """
            select id, reason, topic, key, partition_no, record_offset, headers, payload from parked
            where consumer = ? and topic = ? and key = ? order by sequence nulls first, id limit 1
            """;

    private final Sql sql;

    ParkedRecords(Sql sql) {
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

    /** A parked record with what it came in. */
    record Stored(long id, ParkedBecause because, ConsumerRecord<byte[], byte[]> record) {}

    /** A record delivered again is parked already. */
    void park(String consumer, Incoming incoming, ParkedBecause because, String fault) {
        ConsumerRecord<byte[], byte[]> record = incoming.record();
        sql.run(
                PARK,
                consumer,
                record.topic(),
                incoming.key(),
                incoming.sequence(),
                incoming.id(),
                record.partition(),
                record.offset(),
                because.name(),
                fault,
                headers(incoming),
                record.value());
    }

    Optional<Stored> oldest(String consumer, String topic, String key) {
        return sql.first(OLDEST, ParkedRecords::stored, consumer, topic, key);
    }

    int waiting(String consumer, String topic, String key) {
        String count = "select count(*) from parked where consumer = ? and topic = ? and key = ?";
        return sql.one(count, row -> row.getInt(1), consumer, topic, key);
    }

    void release(long id) {
        sql.run("delete from parked where id = ?", id);
    }

    void blame(long id, ParkedBecause because, String fault) {
        sql.run("update parked set reason = ?, fault = ? where id = ?", because.name(), fault, id);
    }

    /** What was given up keeps its place, so that the next one is no gap, but not its content. */
    void discard(long id) {
        sql.run(
                "update parked set reason = 'DISCARDED', fault = null, payload = null where id = ?",
                id);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(
                        row.getString(3),
                        row.getInt(5),
                        row.getLong(6),
                        row.getString(4).getBytes(StandardCharsets.UTF_8),
                        row.getBytes(8));
        Json.read(row.getString(7), byte[].class).forEach(record.headers()::add);
        return new Stored(row.getLong(1), ParkedBecause.valueOf(row.getString(2)), record);
    }

    private static String headers(Incoming incoming) {
        ConsumerRecord<byte[], byte[]> record = incoming.record();
        Map<String, byte[]> headers = new LinkedHashMap<>();
        record.headers().forEach(each -> headers.put(each.key().replace("\0", ""), each.value()));
        if (incoming.key().startsWith(Incoming.NAMED)) {
            headers.put("raw-key", record.key());
        }
        return Json.write(headers);
    }
}
