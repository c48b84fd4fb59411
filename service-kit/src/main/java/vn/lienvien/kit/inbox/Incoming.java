package vn.lienvien.kit.inbox;

import io.cloudevents.CloudEvent;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EventJson;

/**
 * A record after reading, before anything is done with it.
 *
 * @param envelope null when it could not be read
 * @param event null when the handler does not want this type, or it could not be read
 * @param unreadable null when it could
 */
record Incoming(
        ConsumerRecord<byte[], byte[]> record,
        String key,
        Envelope envelope,
        ReceivedEvent event,
        ParkedBecause unreadable) {

    static Incoming read(ConsumerRecord<byte[], byte[]> record, Subscription subscription) {
        String key = Envelope.keyOf(record);
        Envelope envelope = null;
        try {
            CloudEvent event = Envelope.event(record);
            envelope = Envelope.of(event, record);
            return new Incoming(record, key, envelope, wanted(event, envelope, subscription), null);
        } catch (Unreadable e) {
            return new Incoming(record, key, envelope, null, e.because());
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
            ContractEvent data = EventJson.read(Envelope.data(event), type);
            if (data == null || !data.key().equals(event.getSubject())) {
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
        return new Incoming(record, key, envelope, null, null);
    }

    Long sequence() {
        return envelope == null ? null : envelope.sequence();
    }
}
