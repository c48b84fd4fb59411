package vn.lienvien.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.sql.Faults;

/**
 * What a person can do about a key that stands still: try again, accept a gap, or give one record
 * up. It excludes the consumer loop by a lock for each consumer and key.
 */
@ApplicationScoped
public class ParkedKeys {

    private static final Logger LOG = Logger.getLogger(ParkedKeys.class);

    private final Map<String, Applier> appliers;
    private final InboxTables tables;
    private final ParkedRecords parked;

    ParkedKeys(
            @All List<EventHandler> handlers,
            InboxTables tables,
            ParkedRecords parked,
            MeterRegistry metrics) {
        this.tables = tables;
        this.parked = parked;
        this.appliers =
                handlers.stream()
                        .map(handler -> new Applier(handler, tables, parked, metrics))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Applier::consumer, Function.identity()));
    }

    /** What a retry achieved. */
    public record Retried(int applied, int waiting) {}

    /**
     * Applies the waiting records of a key in order, until one fails or is missing. Each has its
     * own transaction, and the last one un-parks the key in the transaction that applies it.
     *
     * @param acceptGap go on although events are missing before the first
     */
    public Retried retry(String consumer, String topic, String key, boolean acceptGap) {
        return retry(consumer, topic, key, acceptGap ? Try.OVER_A_GAP : Try.AGAIN);
    }

    /** A record came to a parked key: perhaps the one that was missing. */
    void heal(String consumer, String topic, String key) {
        retry(consumer, topic, key, Try.IF_ONLY_MISSING);
    }

    /** How hard to try the first record. */
    private enum Try {
        IF_ONLY_MISSING,
        AGAIN,
        OVER_A_GAP
    }

    private Retried retry(String consumer, String topic, String key, Try first) {
        Applier applier = applier(consumer);
        int applied = 0;
        Try how = first;
        while (next(applier, topic, key, how)) {
            applied++;
            how = first == Try.OVER_A_GAP ? Try.AGAIN : first;
        }
        return new Retried(applied, parked.waiting(consumer, topic, key));
    }

    /** Gives a record up; what waits behind it follows. */
    public Retried discard(ParkedView record) {
        Applier applier = applier(record.consumer());
        applier.inTransaction(
                () -> {
                    tables.lockAndRead(record.consumer(), record.topic(), List.of(record.key()));
                    parked.discard(record.id());
                    return null;
                });
        return retry(record.consumer(), record.topic(), record.key(), false);
    }

    /** Answers whether there may be another one to do. */
    private boolean next(Applier applier, String topic, String key, Try how) {
        String consumer = applier.consumer();
        try {
            return applier.inTransaction(() -> step(applier, topic, key, how));
        } catch (RuntimeException e) {
            if (Faults.passing(e)) {
                throw e;
            }
            LOG.warnf(e, "a parked record of %s for %s failed again", topic, consumer);
            String fault = e.getClass().getName();
            parked.oldest(consumer, topic, key)
                    .ifPresent(first -> parked.blame(first.id(), ParkedBecause.FAILED, fault));
            return false;
        }
    }

    private boolean step(Applier applier, String topic, String key, Try how) {
        String consumer = applier.consumer();
        KeyState state = tables.lockAndRead(consumer, topic, List.of(key)).get(key);
        ParkedRecords.Stored first = parked.oldest(consumer, topic, key).orElse(null);
        if (first == null || (how == Try.IF_ONLY_MISSING && !first.because().passes())) {
            return false;
        }
        Incoming incoming = Incoming.read(first.record(), applier.subscription());
        if (first.because() != ParkedBecause.DISCARDED && incoming.unreadable() != null) {
            parked.blame(first.id(), incoming.unreadable(), null);
            return false;
        }
        Long sequence = incoming.sequence();
        if (sequence != null && !state.hasSeen(sequence)) {
            if (!state.expects(sequence) && how != Try.OVER_A_GAP) {
                return false;
            }
            applier.handle(topic, List.of(incoming));
        }
        parked.release(first.id());
        return true;
    }

    private Applier applier(String consumer) {
        Applier applier = appliers.get(consumer);
        if (applier == null) {
            throw Problem.notFound().exception();
        }
        return applier;
    }

    /** The loop of each consumer applies through the same one. */
    Map<String, Applier> appliers() {
        return appliers;
    }
}
