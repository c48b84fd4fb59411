package vn.lienvien.kit.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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
 * Reads the topics of one subscription, in one thread of its own. Offsets follow the database, now
 * and then: what is delivered again is dropped by its sequence. It never dies silently: whatever
 * fails, it begins anew; only when another process has taken its place it stops, and liveness says
 * so.
 */
final class ConsumerLoop implements Runnable, ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(1);

    private final Applier applier;
    private final ParkedKeys parkedKeys;
    private final KafkaClients kafka;
    private final KitConfig.Inbox config;
    private final String name;
    private final BackOff restart;

    private volatile Consumer<byte[], byte[]> consumer;
    private volatile boolean running = true;
    private volatile boolean fenced;
    private volatile boolean assigned;
    private volatile long lastPoll = System.nanoTime();
    private Intake intake;

    /** What the database has and the broker has not been told. */
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();

    private long lastCommit = System.nanoTime();

    ConsumerLoop(
            Applier applier, ParkedKeys parkedKeys, KafkaClients kafka, KitConfig.Inbox config) {
        this.applier = applier;
        this.parkedKeys = parkedKeys;
        this.kafka = kafka;
        this.config = config;
        this.name = applier.consumer();
        this.restart = new BackOff(config);
    }

    String name() {
        return name;
    }

    boolean alive() {
        return !fenced && System.nanoTime() - lastPoll < config.silence().toNanos();
    }

    /** In a word, for whoever watches. */
    String state() {
        if (fenced) {
            return "fenced";
        }
        if (!alive()) {
            return "silent";
        }
        return assigned ? "reading" : "waiting for partitions";
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
        while (running && !fenced) {
            try (Consumer<byte[], byte[]> fresh = kafka.consumer(name)) {
                consumer = fresh;
                intake = new Intake(applier, parkedKeys, config, fresh);
                fresh.subscribe(applier.subscription().topicNames(), this);
                uncommitted.clear();
                while (running) {
                    read(fresh);
                }
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
        ConsumerRecords<byte[], byte[]> records = from.poll(POLL);
        lastPoll = System.nanoTime();
        if (!records.isEmpty()) {
            uncommitted.putAll(intake.take(records));
            restart.reset();
        }
        if (!uncommitted.isEmpty() && System.nanoTime() - lastCommit > BETWEEN_COMMITS.toNanos()) {
            from.commitAsync(Map.copyOf(uncommitted), (_, failure) -> committed(failure));
            uncommitted.clear();
            lastCommit = System.nanoTime();
        }
        intake.resume();
    }

    /** A commit that fails is no error, what comes again is dropped; but a fenced member is one. */
    private void committed(Exception failure) {
        if (failure instanceof FencedInstanceIdException) {
            fenced = true;
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        assigned = true;
    }

    /** Whoever takes a partition over starts where this one committed: no commit is left open. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            consumer.commitSync(Map.copyOf(uncommitted), LAST_COMMIT);
        } catch (KafkaException e) {
            LOG.debugf(e, "%s could not commit its offsets", name);
        }
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        uncommitted.keySet().removeAll(partitions);
        intake.forget(partitions);
    }
}
