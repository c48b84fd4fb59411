package vn.lienvien.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.lienvien.kit.sql.Sql;

/** The records that wait, as they came, so that they can be read again by a later release. */
@ApplicationScoped
class ParkedRecords {

    private static final String OF_THE_KEY = " where consumer = ? and topic = ? and key = ?";
    private static final String IN_ORDER = " order by sequence nulls first, id";

    private static final TypeReference<Map<String, byte[]>> HEADERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sql sql;

    ParkedRecords(Sql sql) {
        this.sql = sql;
    }

    /** A parked record with what it came in. */
    record Stored(long id, ParkedBecause because, ConsumerRecord<byte[], byte[]> record) {}

    /** A record delivered again is parked already. */
    void park(String consumer, Incoming incoming, ParkedBecause because, String fault) {
        ConsumerRecord<byte[], byte[]> record = incoming.record();
        UUID event = incoming.envelope() == null ? null : incoming.envelope().id();
        sql.run(
                "insert into parked (consumer, topic, key, sequence, event_id, partition_no, record_offset,"
                        + " reason, fault, headers, payload)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing",
                consumer,
                record.topic(),
                incoming.key(),
                incoming.sequence(),
                event,
                record.partition(),
                record.offset(),
                because.name(),
                fault,
                headers(record),
                record.value());
    }

    Optional<Stored> oldest(String consumer, String topic, String key) {
        return sql.first(
                "select id, reason, topic, key, partition_no, record_offset, headers, payload from parked"
                        + OF_THE_KEY
                        + IN_ORDER
                        + " limit 1",
                ParkedRecords::stored,
                consumer,
                topic,
                key);
    }

    int waiting(String consumer, String topic, String key) {
        return sql.one(
                "select count(*) from parked" + OF_THE_KEY,
                row -> row.getInt(1),
                consumer,
                topic,
                key);
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
        try {
            JSON.readValue(row.getString(7), HEADERS).forEach(record.headers()::add);
        } catch (JsonProcessingException e) {
            throw new SQLException("headers of parked record " + row.getLong(1), e);
        }
        return new Stored(row.getLong(1), ParkedBecause.valueOf(row.getString(2)), record);
    }

    private static String headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        record.headers().forEach(each -> headers.put(each.key().replace("\0", ""), each.value()));
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
