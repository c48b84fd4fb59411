package vn.lienvien.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.lienvien.kit.outbox.Trace;

/**
 * Gives a handler each new event once and in order, in the transaction that remembers it (I5, I6).
 * What cannot be applied is parked in that same transaction, and with it whatever of its key comes
 * later; other keys go on (I17).
 */
final class Applier {

    private final Subscription subscription;
    private final EventHandler handler;
    private final InboxTables tables;
    private final ParkedRecords parked;
    private final MeterRegistry metrics;

    Applier(EventHandler handler, InboxTables tables, ParkedRecords parked, MeterRegistry metrics) {
        this.subscription = handler.subscription();
        this.handler = handler;
        this.tables = tables;
        this.parked = parked;
        this.metrics = metrics;
    }

    /** A key with something waiting, to be seen to once the batch is stored. */
    record Parked(String key, ParkedBecause because) {}

    /** All these records of one topic in one transaction; any failure leaves nothing behind. */
    Set<Parked> apply(String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        List<Incoming> batch =
                records.stream().map(record -> Incoming.read(record, subscription)).toList();
        return inTransaction(() -> store(topic, batch));
    }

    /** The record alone failed, and would fail again. */
    Set<Parked> park(ConsumerRecord<byte[], byte[]> record, Throwable why) {
        Incoming incoming = Incoming.read(record, subscription);
        return inTransaction(
                () -> {
                    KeyState state =
                            tables.lockAndRead(consumer(), record.topic(), List.of(incoming.key()))
                                    .get(incoming.key());
                    if (state.hasSeen(incoming.sequence())) {
                        // Since it failed here, another replica has applied it.
                        return Set.of();
                    }
                    String fault = why.getClass().getName();
                    parked.park(consumer(), incoming, ParkedBecause.FAILED, fault);
                    return Set.of(new Parked(incoming.key(), ParkedBecause.FAILED));
                });
    }

    private Set<Parked> store(String topic, List<Incoming> batch) {
        Map<String, KeyState> states =
                new HashMap<>(
                        tables.lockAndRead(
                                consumer(), topic, batch.stream().map(Incoming::key).toList()));
        Set<Parked> waiting = new LinkedHashSet<>();
        List<Incoming> inOrder = new ArrayList<>();
        for (Incoming each : batch) {
            KeyState state = states.get(each.key());
            if (state.hasSeen(each.sequence())) {
                count("lienvien.inbox.repeated", 1);
                continue;
            }
            ParkedBecause because = because(each, state);
            if (because == null) {
                inOrder.add(each);
                states.put(each.key(), new KeyState(each.sequence(), false));
            } else {
                parked.park(consumer(), each, because, null);
                waiting.add(new Parked(each.key(), because));
                states.put(each.key(), new KeyState(state.last(), true));
            }
        }
        handle(topic, inOrder);
        return waiting;
    }

    private static ParkedBecause because(Incoming incoming, KeyState state) {
        if (state.parked()) {
            return ParkedBecause.BEHIND;
        }
        if (incoming.unreadable() != null) {
            return incoming.unreadable();
        }
        return state.expects(incoming.sequence()) ? null : ParkedBecause.GAP;
    }

    /** Events that are in order: remembers them, and hands over those the handler wants. */
    void handle(String topic, List<Incoming> inOrder) {
        if (inOrder.isEmpty()) {
            return;
        }
        Map<String, Long> positions = new LinkedHashMap<>();
        inOrder.forEach(each -> positions.put(each.key(), each.sequence()));
        List<Incoming> wanted = inOrder.stream().filter(Incoming::wanted).toList();
        Set<UUID> fresh =
                tables.claimAndAdvance(
                        consumer(), topic, wanted.stream().map(Incoming::id).toList(), positions);
        count("lienvien.inbox.skipped", inOrder.size() - wanted.size());
        for (Incoming each : wanted) {
            if (fresh.remove(each.id())) {
                Trace.follow(each.id(), each.traceparent());
                handler.on(each.event());
            }
        }
    }

    /** To drop and to skip is normal, and a sudden change of either is not. */
    private void count(String counter, int records) {
        metrics.counter(counter, "consumer", consumer()).increment(records);
    }

    String consumer() {
        return subscription.consumer();
    }

    Subscription subscription() {
        return subscription;
    }

    /** Each attempt begins with a session and a request scope of its own. */
    <T> T inTransaction(Supplier<T> work) {
        ManagedContext scope = Arc.container().requestContext();
        boolean ours = !scope.isActive();
        if (ours) {
            scope.activate();
        }
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            Trace.leave();
            if (ours) {
                scope.terminate();
            }
        }
    }
}
