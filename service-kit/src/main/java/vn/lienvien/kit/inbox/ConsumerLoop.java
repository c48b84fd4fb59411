package vn.lienvien.kit.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.kafka.KafkaClients;

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
                Intake intake = new Intake(applier, parkedKeys, config);
                fresh.subscribe(
                        applier.subscription().topicNames(), new Rebalancing(fresh, intake));
                read(fresh, intake);
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

    private void read(Consumer<byte[], byte[]> from, Intake intake) {
        try {
            while (running) {
                ConsumerRecords<byte[], byte[]> records = from.poll(POLL);
                lastPoll = System.nanoTime();
                intake.take(from, records);
                Map<TopicPartition, OffsetAndMetadata> done = intake.takeDone();
                if (!done.isEmpty()) {
                    from.commitAsync(done, (_, failure) -> committed(failure));
                }
                intake.resume(from);
            }
        } finally {
            commitNow(from, intake);
        }
    }

    /** A commit that fails is no error, what comes again is dropped; but a fenced member is one. */
    private void committed(Exception failure) {
        if (failure instanceof FencedInstanceIdException) {
            fenced = true;
        }
    }

    private void commitNow(Consumer<byte[], byte[]> from, Intake intake) {
        try {
            from.commitSync(intake.takeDone(), CLOSE);
        } catch (KafkaException e) {
            LOG.debugf(e, "%s could not commit its offsets", name);
        }
    }

    /** Whoever takes a partition over starts where this one committed. */
    private final class Rebalancing implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> from;
        private final Intake intake;

        Rebalancing(Consumer<byte[], byte[]> from, Intake intake) {
            this.from = from;
            this.intake = intake;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            assigned = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitNow(from, intake);
            intake.forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            intake.forget(partitions);
        }
    }
}
