package vn.lienvien.kit.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.kafka.KafkaClients;
import vn.lienvien.kit.sql.Faults;

/**
 * Reads the topics of one subscription, in one thread of its own. Offsets follow the database: what
 * is delivered again is dropped by its sequence. It never dies silently: whatever fails, it begins
 * anew; only when another process has taken its place it stops, and liveness says so.
 */
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Applier applier;
    private final ParkedKeys parkedKeys;
    private final KafkaClients kafka;
    private final KitConfig.Inbox config;
    private final String name;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private final Map<TopicPartition, BackOff> waiting = new HashMap<>();

    private volatile Consumer<byte[], byte[]> consumer;
    private volatile boolean running = true;
    private volatile boolean fenced;
    private volatile boolean assigned;
    private volatile long lastPoll = System.nanoTime();

    ConsumerLoop(
            Applier applier, ParkedKeys parkedKeys, KafkaClients kafka, KitConfig.Inbox config) {
        this.applier = applier;
        this.parkedKeys = parkedKeys;
        this.kafka = kafka;
        this.config = config;
        this.name = applier.subscription().consumer();
    }

    String name() {
        return name;
    }

    /** Has had partitions at least once. */
    boolean assigned() {
        return assigned;
    }

    boolean fenced() {
        return fenced;
    }

    boolean alive() {
        return !fenced && System.nanoTime() - lastPoll < config.silence().toNanos();
    }

    void stop() {
        running = false;
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public void run() {
        BackOff restart = new BackOff(config);
        while (running && !fenced) {
            try (Consumer<byte[], byte[]> fresh = kafka.consumer(name)) {
                consumer = fresh;
                done.clear();
                waiting.clear();
                fresh.subscribe(applier.subscription().topicNames(), new Rebalancing());
                read(fresh);
            } catch (WakeupException e) {
                LOG.debugf("%s was woken", name);
            } catch (FencedInstanceIdException e) {
                fenced = true;
                LOG.errorf("%s stops: another process has its name %s", name, e.getMessage());
            } catch (Throwable e) {
                LOG.errorf(e, "%s failed and begins anew", name);
                lastPoll = System.nanoTime();
                restart.pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void read(Consumer<byte[], byte[]> from) {
        try {
            while (running) {
                ConsumerRecords<byte[], byte[]> records = from.poll(POLL);
                lastPoll = System.nanoTime();
                for (TopicPartition partition : records.partitions()) {
                    take(from, partition, records.records(partition));
                }
                commit(from);
                resume(from);
            }
        } finally {
            commitNow(from);
        }
    }

    /** The whole batch at once; after a failure record by record, until one has to wait. */
    private void take(
            Consumer<byte[], byte[]> from,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records) {
        if (!store(partition, records)) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (!storeAlone(partition, record)) {
                    from.seek(partition, record.offset());
                    from.pause(List.of(partition));
                    return;
                }
            }
        }
        waiting.remove(partition);
    }

    private boolean store(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            settle(partition, applier.apply(partition.topic(), records));
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s goes record by record on %s", name, partition);
            return false;
        }
        done.put(partition, new OffsetAndMetadata(records.getLast().offset() + 1));
        return true;
    }

    private boolean storeAlone(TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
        try {
            settle(partition, applier.apply(partition.topic(), List.of(record)));
        } catch (RuntimeException e) {
            if (!parked(partition, record, e)) {
                return false;
            }
        }
        done.put(partition, new OffsetAndMetadata(record.offset() + 1));
        return true;
    }

    /** What may pass by itself is tried again later; what cannot succeed is parked. */
    private boolean parked(
            TopicPartition partition, ConsumerRecord<byte[], byte[]> record, RuntimeException why) {
        try {
            if (!Faults.passing(why)) {
                LOG.errorf(
                        why, "%s cannot apply offset %d of %s", name, record.offset(), partition);
                settle(partition, applier.park(record, why));
                return true;
            }
            LOG.warnf("%s waits at offset %d of %s: %s", name, record.offset(), partition, why);
        } catch (RuntimeException e) {
            LOG.warnf("%s cannot park offset %d of %s: %s", name, record.offset(), partition, e);
        }
        waiting.computeIfAbsent(partition, _ -> new BackOff(config)).lengthen();
        return false;
    }

    private void settle(TopicPartition partition, Applier.Outcome outcome) {
        String topic = partition.topic();
        parkedKeys.announce(name, topic, outcome.newlyParked());
        for (String key : outcome.mayHeal()) {
            parkedKeys.heal(name, topic, key);
        }
    }

    private void resume(Consumer<byte[], byte[]> from) {
        List<TopicPartition> due =
                from.paused().stream()
                        .filter(each -> !waiting.containsKey(each) || waiting.get(each).over())
                        .toList();
        from.resume(due);
    }

    private void commit(Consumer<byte[], byte[]> from) {
        if (!done.isEmpty()) {
            from.commitAsync(
                    Map.copyOf(done),
                    (_, failure) -> {
                        if (failure instanceof FencedInstanceIdException) {
                            fenced = true;
                        }
                    });
            done.clear();
        }
    }

    /** A commit that fails is no error: what comes again is dropped. */
    private void commitNow(Consumer<byte[], byte[]> from) {
        try {
            from.commitSync(Map.copyOf(done), CLOSE);
        } catch (CommitFailedException e) {
            LOG.debugf("%s no longer owns its partitions", name);
        } catch (KafkaException e) {
            LOG.debugf(e, "%s could not commit its offsets", name);
        }
        done.clear();
    }

    /** Whoever takes a partition over starts where this one committed. */
    private final class Rebalancing implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            assigned = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitNow(consumer);
            waiting.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            done.keySet().removeAll(partitions);
            waiting.keySet().removeAll(partitions);
        }
    }
}
