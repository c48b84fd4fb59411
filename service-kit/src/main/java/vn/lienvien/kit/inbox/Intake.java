package vn.lienvien.kit.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.sql.Faults;

/**
 * Brings what was polled into the database: all records of a topic in one transaction, since under
 * load it is the commits that cost; after a failure record by record. What may pass by itself is
 * tried again later, its partition resting meanwhile; what cannot succeed is parked.
 */
final class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Applier applier;
    private final ParkedKeys parkedKeys;
    private final KitConfig.Inbox config;
    private final String name;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private final Map<TopicPartition, BackOff> waiting = new HashMap<>();

    Intake(Applier applier, ParkedKeys parkedKeys, KitConfig.Inbox config) {
        this.applier = applier;
        this.parkedKeys = parkedKeys;
        this.config = config;
        this.name = applier.subscription().consumer();
    }

    void take(Consumer<byte[], byte[]> from, ConsumerRecords<byte[], byte[]> records) {
        for (String topic : applier.subscription().topicNames()) {
            List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
            records.records(topic).forEach(batch::add);
            if (batch.isEmpty()) {
                continue;
            }
            if (store(topic, batch)) {
                batch.forEach(this::isDone);
            } else {
                oneByOne(from, records, topic);
            }
        }
    }

    /** Offsets to be committed since the last call. */
    Map<TopicPartition, OffsetAndMetadata> takeDone() {
        Map<TopicPartition, OffsetAndMetadata> offsets = Map.copyOf(done);
        done.clear();
        return offsets;
    }

    void forget(Collection<TopicPartition> partitions) {
        done.keySet().removeAll(partitions);
        waiting.keySet().removeAll(partitions);
    }

    void resume(Consumer<byte[], byte[]> from) {
        from.resume(
                from.paused().stream()
                        .filter(each -> !waiting.containsKey(each) || waiting.get(each).over())
                        .toList());
    }

    /** By key, so that two batches, or a batch and an allocator, take their locks in one order. */
    private boolean store(String topic, List<ConsumerRecord<byte[], byte[]>> batch) {
        List<ConsumerRecord<byte[], byte[]>> byKey = new ArrayList<>(batch);
        byKey.sort(Comparator.comparing(Envelope::keyOf));
        try {
            settle(topic, applier.apply(topic, byKey));
            return true;
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s goes record by record on %s", name, topic);
            return false;
        }
    }

    private void oneByOne(
            Consumer<byte[], byte[]> from, ConsumerRecords<byte[], byte[]> records, String topic) {
        boolean reachable = true;
        for (TopicPartition partition : records.partitions()) {
            if (partition.topic().equals(topic)) {
                reachable = oneByOne(from, partition, records.records(partition), reachable);
            }
        }
    }

    /** Answers whether it is worth trying the next partition. */
    private boolean oneByOne(
            Consumer<byte[], byte[]> from,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            boolean reachable) {
        if (!reachable) {
            rest(from, records.getFirst());
            return false;
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            RuntimeException why = storeAlone(partition, record);
            if (why != null) {
                rest(from, record);
                return !Faults.unreachable(why);
            }
            isDone(record);
        }
        return true;
    }

    private void rest(Consumer<byte[], byte[]> from, ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        waiting.computeIfAbsent(partition, _ -> new BackOff(config)).lengthen();
        from.seek(partition, record.offset());
        from.pause(List.of(partition));
    }

    /** Answers why the record has to wait, or null when it is applied or parked. */
    private RuntimeException storeAlone(
            TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
        try {
            settle(partition.topic(), applier.apply(partition.topic(), List.of(record)));
            return null;
        } catch (RuntimeException e) {
            if (Faults.passing(e)) {
                LOG.warnf("%s waits at offset %d of %s: %s", name, record.offset(), partition, e);
                return e;
            }
            LOG.errorf(e, "%s cannot apply offset %d of %s", name, record.offset(), partition);
            return park(partition, record, e);
        }
    }

    private RuntimeException park(
            TopicPartition partition, ConsumerRecord<byte[], byte[]> record, Throwable why) {
        try {
            settle(partition.topic(), applier.park(record, why));
            return null;
        } catch (RuntimeException e) {
            LOG.warnf("%s cannot park offset %d of %s: %s", name, record.offset(), partition, e);
            return e;
        }
    }

    private void settle(String topic, Applier.Outcome outcome) {
        parkedKeys.announce(name, topic, outcome.newlyParked());
        outcome.mayHeal().forEach(key -> parkedKeys.heal(name, topic, key));
    }

    private void isDone(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        done.put(partition, new OffsetAndMetadata(record.offset() + 1));
        waiting.remove(partition);
    }
}
