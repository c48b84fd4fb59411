package vn.lienvien.kit.outbox;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.lienvien.kit.sql.Json;
import vn.lienvien.kit.sql.Sql;

/** An unpublished event as the relay reads it, and as it goes over the wire. */
@SuppressWarnings("ArrayRecordComponent") // each row is read once and never compared by value
record OutboxRow(
        long id,
        Stream stream,
        long sequence,
        UUID eventId,
        String type,
        String attributes,
        byte[] payload,
        Instant occurredAt,
        Instant read) {

    static final String COLUMNS =
            "id, topic, key, sequence, event_id, type, attributes, payload, occurred_at, clock_timestamp()";

    /** What has an order of its own. */
    record Stream(String topic, String key) {}

    static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                new Stream(row.getString(2), row.getString(3)),
                row.getLong(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                Sql.instant(row, 9),
                Sql.instant(row, 10));
    }

    /**
     * CloudEvents 1.0 in binary mode: a reader sees what it is before it parses anything. The
     * record's own time is the database's: a broker takes none from a host that is an hour ahead.
     */
    ProducerRecord<String, byte[]> record(String service) {
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(eventId.toString())
                        .withSource(URI.create("/" + service))
                        .withType(type)
                        .withSubject(stream.key())
                        .withTime(occurredAt.atOffset(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .withData(payload)
                        .withExtension("topic", stream.topic())
                        .withExtension("sequence", Long.toString(sequence));
        Json.read(attributes, String.class).forEach(event::withExtension);
        return KafkaMessageFactory.<String>createWriter(
                        stream.topic(), null, read.toEpochMilli(), stream.key())
                .writeBinary(event.build());
    }
}
