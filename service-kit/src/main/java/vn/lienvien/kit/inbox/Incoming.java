package vn.lienvien.kit.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EventJson;
import vn.lienvien.events.OrganisationCode;

/**
 * A record after reading, before anything is done with it.
 *
 * @param envelope null when it could not be read
 * @param event null when the handler does not want this type, or it could not be read
 * @param unreadable null when it could
 */
record Incoming(
        ConsumerRecord<byte[], byte[]> record,
        Envelope envelope,
        ReceivedEvent event,
        ParkedBecause unreadable) {

    /** What the name of a key begins with that is no key of any event. */
    static final String NAMED = "bad-key/";

    private static final int LONGEST_KEY = 200;

    /** What stands on the outside of an event. */
    record Envelope(
            UUID id,
            String type,
            long sequence,
            Instant occurredAt,
            Set<OrganisationCode> audience,
            String traceparent) {}

    /** No repetition makes the record readable. */
    private static final class Unreadable extends Exception {

        private final ParkedBecause because;

        Unreadable(ParkedBecause because) {
            super(because.name(), null, false, false);
            this.because = because;
        }
    }

    static Incoming read(ConsumerRecord<byte[], byte[]> record, Subscription subscription) {
        Envelope envelope = null;
        try {
            CloudEvent event = cloudEvent(record);
            envelope = envelope(event);
            return new Incoming(record, envelope, wanted(event, envelope, subscription), null);
        } catch (Unreadable e) {
            return new Incoming(record, envelope, null, e.because);
        }
    }

    /**
     * A batch that a faulty client sent to the wrong topic, or under the wrong key, must not be
     * taken for another transfer's.
     */
    private static CloudEvent cloudEvent(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        try {
            CloudEvent event =
                    KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
            if (!record.topic().equals(event.getExtension("topic"))) {
                throw new Unreadable(ParkedBecause.WRONG_TOPIC);
            }
            if (!keyOf(record).equals(event.getSubject())) {
                throw new Unreadable(ParkedBecause.WRONG_KEY);
            }
            return event;
        } catch (CloudEventRWException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException e) {
            throw new Unreadable(ParkedBecause.BAD_ENVELOPE);
        }
    }

    private static Envelope envelope(CloudEvent event) throws Unreadable {
        try {
            long sequence = Long.parseLong(event.getExtension("sequence").toString());
            if (sequence < 1) {
                throw new Unreadable(ParkedBecause.BAD_ENVELOPE);
            }
            return new Envelope(
                    UUID.fromString(event.getId()),
                    event.getType(),
                    sequence,
                    event.getTime().toInstant(),
                    OrganisationCode.split(event.getExtension("audience").toString()),
                    Objects.toString(event.getExtension("traceparent"), null));
        } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new Unreadable(ParkedBecause.BAD_ENVELOPE);
        }
    }

    private static ReceivedEvent wanted(
            CloudEvent event, Envelope envelope, Subscription subscription) throws Unreadable {
        Class<? extends ContractEvent> type = subscription.recordFor(envelope.type());
        if (type == null) {
            if (subscription.knowsName(envelope.type())) {
                throw new Unreadable(ParkedBecause.UNKNOWN_VERSION);
            }
            return null;
        }
        try {
            ContractEvent data = EventJson.read(event.getData().toBytes(), type);
            if (!data.key().equals(event.getSubject())) {
                throw new Unreadable(ParkedBecause.BAD_DATA);
            }
            return new ReceivedEvent(
                    envelope.id(),
                    envelope.sequence(),
                    envelope.occurredAt(),
                    envelope.audience(),
                    data);
        } catch (IOException | NullPointerException e) {
            throw new Unreadable(ParkedBecause.BAD_DATA);
        }
    }

    /** For a record that was given up: its place counts, its content does not. */
    Incoming withoutEvent() {
        return new Incoming(record, envelope, null, null);
    }

    /** Neither a byte 0 nor a text too long for an index can be stored: such a key gets a name. */
    static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        byte[] raw = record.key() == null ? new byte[0] : record.key();
        String key = new String(raw, StandardCharsets.UTF_8);
        return raw.length > LONGEST_KEY || key.contains("\0")
                ? NAMED + UUID.nameUUIDFromBytes(raw)
                : key;
    }

    String key() {
        return keyOf(record);
    }

    UUID id() {
        return envelope == null ? null : envelope.id();
    }

    Long sequence() {
        return envelope == null ? null : envelope.sequence();
    }
}
