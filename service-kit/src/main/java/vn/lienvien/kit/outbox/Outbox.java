package vn.lienvien.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.ids.Ids;

/**
 * Announces what happened, in the transaction that makes it true: every committed change reaches
 * Kafka, and nothing rolled back does (I4). Rows are written at the end of the transaction, sorted
 * by topic and key, so that two transactions never take the stream counters in opposite orders.
 */
@ApplicationScoped
public class Outbox {

    private static final Comparator<Announcement> BY_STREAM =
            Comparator.comparing((Announcement each) -> each.event().topic().topicName())
                    .thenComparing(each -> each.event().key());

    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRows rows;
    private final Relay relay;
    private final Ids ids;

    public Outbox(
            TransactionSynchronizationRegistry transaction, OutboxRows rows, Relay relay, Ids ids) {
        this.transaction = transaction;
        this.rows = rows;
        this.relay = relay;
        this.ids = ids;
    }

    /** Announces what happens now, by the database's clock. */
    public void announce(ContractEvent event, Collection<OrganisationCode> audience) {
        announce(event, audience, null);
    }

    /**
     * @param audience organisations entitled to know at this moment
     * @param occurredAt when it happened; null means now, and nothing happens later than it is
     *     written
     */
    public void announce(
            ContractEvent event, Collection<OrganisationCode> audience, Instant occurredAt) {
        buffer().add(new Announcement(ids.next(), event, audience, occurredAt, Trace.current()));
    }

    /**
     * Sends events again that the broker has lost: a lone broker acknowledges before its disk does.
     * Ids and sequences stay, so readers that have them drop them.
     *
     * @param key null for every key of the topic
     * @param since recorded then or later; null for all that are kept
     */
    public int republish(String topic, String key, Instant since) {
        int events = rows.unstamp(topic, key, since);
        relay.wake();
        return events;
    }

    private Buffer buffer() {
        if (transaction.getTransactionKey() == null) {
            throw new IllegalStateException("an event is announced only within a transaction");
        }
        if (transaction.getResource(Buffer.class) instanceof Buffer open) {
            return open;
        }
        Buffer buffer = new Buffer();
        transaction.putResource(Buffer.class, buffer);
        transaction.registerInterposedSynchronization(buffer);
        return buffer;
    }

    /** What one transaction announces. */
    private final class Buffer implements Synchronization {

        private final List<Announcement> announcements = new ArrayList<>();

        void add(Announcement announcement) {
            announcements.add(announcement);
        }

        @Override
        public void beforeCompletion() {
            announcements.sort(BY_STREAM);
            rows.insert(announcements);
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
