package vn.lienvien.kit.inbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Consumer<byte[], byte[]> from;
    private final String name;
    private final Map<TopicPartition, BackOff> waiting = new HashMap<>();

    Intake(
            Applier applier,
            ParkedKeys parkedKeys,
            KitConfig.Inbox config,
            Consumer<byte[], byte[]> from) {
        this.applier = applier;
        this.parkedKeys = parkedKeys;
        this.config = config;
        this.from = from;
        this.name = applier.consumer();
    }

    /** Answers the offsets up to which everything is in the database. */
    Map<TopicPartition, OffsetAndMetadata> take(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>(records.nextOffsets());
        for (String topic : applier.subscription().topicNames()) {
            List<TopicPartition> partitions =
                    records.partitions().stream()
                            .filter(each -> each.topic().equals(topic))
                            .toList();
            if (storeTogether(topic, partitions, records)) {
                forget(partitions);
            } else {
                oneByOne(partitions, records, done);
            }
        }
        return done;
    }

    void forget(Collection<TopicPartition> partitions) {
        waiting.keySet().removeAll(partitions);
    }

    void resume() {
        from.resume(
                from.paused().stream()
                        .filter(each -> !waiting.containsKey(each) || waiting.get(each).over())
                        .toList());
    }

    /** By key, so that two batches, or a batch and an allocator, take their locks in one order. */
    private boolean storeTogether(
            String topic,
            List<TopicPartition> partitions,
            ConsumerRecords<byte[], byte[]> records) {
        List<ConsumerRecord<byte[], byte[]>> byKey =
                partitions.stream()
                        .flatMap(each -> records.records(each).stream())
                        .sorted(Comparator.comparing(Incoming::keyOf))
                        .toList();
        try {
            if (!byKey.isEmpty()) {
                settle(topic, applier.apply(topic, byKey));
            }
            return true;
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s goes record by record on %s", name, topic);
            return false;
        }
    }

    /** While the database cannot be reached it is not tried for each partition anew. */
    private void oneByOne(
            List<TopicPartition> partitions,
            ConsumerRecords<byte[], byte[]> records,
            Map<TopicPartition, OffsetAndMetadata> done) {
        boolean reachable = true;
        for (TopicPartition partition : partitions) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                RuntimeException why = reachable ? storeAlone(partition, record) : null;
                reachable = reachable && (why == null || !Faults.unreachable(why));
                if (!reachable || why != null) {
                    rest(partition, record.offset());
                    done.put(partition, new OffsetAndMetadata(record.offset()));
                    break;
                }
                waiting.remove(partition);
            }
        }
    }

    private void rest(TopicPartition partition, long offset) {
        waiting.computeIfAbsent(partition, _ -> new BackOff(config)).lengthen();
        from.seek(partition, offset);
        from.pause(List.of(partition));
    }

    /** Answers why the record has to wait, or null when it is applied or parked. */
    private RuntimeException storeAlone(
            TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
        try {
            settle(partition.topic(), applyOrPark(partition, record));
            return null;
        } catch (RuntimeException e) {
            LOG.warnf("%s waits at offset %d of %s: %s", name, record.offset(), partition, e);
            return e;
        }
    }

    private Set<Applier.Parked> applyOrPark(
            TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
        try {
            return applier.apply(partition.topic(), List.of(record));
        } catch (RuntimeException e) {
            if (Faults.passing(e)) {
                throw e;
            }
            LOG.errorf(e, "%s cannot apply offset %d of %s", name, record.offset(), partition);
            return applier.park(record, e);
        }
    }

    private void settle(String topic, Set<Applier.Parked> parked) {
        for (Applier.Parked each : parked) {
            if (each.because() == ParkedBecause.BEHIND) {
                parkedKeys.heal(name, topic, each.key());
            } else {
                LOG.errorf("%s parks key %s of %s: %s", name, each.key(), topic, each.because());
            }
        }
    }
}
