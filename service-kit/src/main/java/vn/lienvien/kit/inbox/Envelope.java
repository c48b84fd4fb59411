package vn.lienvien.kit.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.lienvien.events.OrganisationCode;

/** What stands on the outside of an event, checked against the record it came in. */
record Envelope(
        UUID id,
        String type,
        long sequence,
        Instant occurredAt,
        Set<OrganisationCode> audience,
        String traceparent) {

    static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * A batch that a faulty client sent to the wrong topic, or under the wrong key, must not be
     * taken for another transfer's.
     */
    static Envelope of(CloudEvent event, ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        if (!record.topic().equals(event.getExtension("topic"))) {
            throw new Unreadable(ParkedBecause.WRONG_TOPIC);
        }
        if (!keyOf(record).equals(event.getSubject())) {
            throw new Unreadable(ParkedBecause.WRONG_KEY);
        }
        try {
            long sequence = Long.parseLong(text(event, "sequence"));
            if (sequence < 1) {
                throw new Unreadable(ParkedBecause.BAD_ENVELOPE);
            }
            return new Envelope(
                    UUID.fromString(event.getId()),
                    event.getType(),
                    sequence,
                    event.getTime().toInstant(),
                    audience(text(event, "audience")),
                    Objects.toString(event.getExtension("traceparent"), null));
        } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new Unreadable(ParkedBecause.BAD_ENVELOPE);
        }
    }

    static CloudEvent event(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        try {
            return KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
        } catch (CloudEventRWException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException e) {
            throw new Unreadable(ParkedBecause.BAD_ENVELOPE);
        }
    }

    static byte[] data(CloudEvent event) throws Unreadable {
        CloudEventData data = event.getData();
        if (data == null) {
            throw new Unreadable(ParkedBecause.BAD_DATA);
        }
        return data.toBytes();
    }

    private static String text(CloudEvent event, String extension) {
        return event.getExtension(extension).toString();
    }

    private static Set<OrganisationCode> audience(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(OrganisationCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
