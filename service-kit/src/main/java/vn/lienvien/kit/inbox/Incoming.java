package vn.lienvien.kit.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EventJson;
import vn.lienvien.events.OrganisationCode;

/**
 * A record after reading, before anything is done with it.
 *
 * @param event null when not even its place is known; without data when the handler does not want
 *     this type, or it could not be read
 * @param unreadable null when it could; no repetition makes it readable
 */
record Incoming(
        ConsumerRecord<byte[], byte[]> record,
        ReceivedEvent event,
        String traceparent,
        ParkedBecause unreadable) {

    /** What the name of a key begins with that is no key of any event. */
    static final String NAMED = "bad-key/";

    private static final int LONGEST_KEY = 200;

    /**
     * A batch that a faulty client sent to the wrong topic, or under the wrong key, must not be
     * taken for another transfer's.
     */
    static Incoming read(ConsumerRecord<byte[], byte[]> record, Subscription subscription) {
        try {
            CloudEvent event =
                    KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
            if (!record.topic().equals(event.getExtension("topic"))) {
                return new Incoming(record, null, null, ParkedBecause.WRONG_TOPIC);
            }
            if (!keyOf(record).equals(event.getSubject())) {
                return new Incoming(record, null, null, ParkedBecause.WRONG_KEY);
            }
            return read(record, event, subscription);
        } catch (CloudEventRWException
                | IllegalStateException
                | IllegalArgumentException
                | DateTimeException
                | NullPointerException e) {
            return new Incoming(record, null, null, ParkedBecause.BAD_ENVELOPE);
        }
    }

    private static Incoming read(
            ConsumerRecord<byte[], byte[]> record, CloudEvent event, Subscription subscription) {
        Class<? extends ContractEvent> type = subscription.recordFor(event.getType());
        ContractEvent data = type == null ? null : data(event, type);
        ParkedBecause unreadable = null;
        if (type != null && data == null) {
            unreadable = ParkedBecause.BAD_DATA;
        } else if (type == null && subscription.knowsName(event.getType())) {
            unreadable = ParkedBecause.UNKNOWN_VERSION;
        }
        long sequence = Long.parseLong(event.getExtension("sequence").toString());
        if (sequence < 1) {
            throw new IllegalArgumentException("a sequence begins with 1");
        }
        ReceivedEvent received =
                new ReceivedEvent(
                        UUID.fromString(event.getId()),
                        sequence,
                        event.getTime().toInstant(),
                        OrganisationCode.split(event.getExtension("audience").toString()),
                        data);
        String traceparent = Objects.toString(event.getExtension("traceparent"), null);
        return new Incoming(record, received, traceparent, unreadable);
    }

    /** Null when the bytes are not what the type says. */
    private static ContractEvent data(CloudEvent event, Class<? extends ContractEvent> type) {
        try {
            ContractEvent data = EventJson.read(event.getData().toBytes(), type);
            return data.key().equals(event.getSubject()) ? data : null;
        } catch (IOException | NullPointerException e) {
            return null;
        }
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
        return event == null ? null : event.id();
    }

    Long sequence() {
        return event == null ? null : event.sequence();
    }

    /** The handler is to be given it. */
    boolean wanted() {
        return event != null && event.data() != null;
    }
}
