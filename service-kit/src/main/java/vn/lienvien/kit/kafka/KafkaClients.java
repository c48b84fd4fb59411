package vn.lienvien.kit.kafka;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.time.Repeating;
import vn.lienvien.kit.time.SetClock;

/** The only place where Kafka clients are made, with the settings that lose and reorder nothing. */
@ApplicationScoped
public class KafkaClients {

    private static final Logger LOG = Logger.getLogger(KafkaClients.class);
    private static final int MEBIBYTE = 1024 * 1024;
    private static final Duration CLOCK_IS_LOOKED_AT_EVERY = Duration.ofSeconds(1);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final Map<String, Object> connection;
    private final KitConfig config;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

    KafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> connection, KitConfig config) {
        this.connection = connection;
        this.config = config;
    }

    void start(@Observes StartupEvent event, Repeating repeating) {
        if (config.kafka()) {
            SetClock clock = new SetClock();
            repeating.every(
                    CLOCK_IS_LOOKED_AT_EVERY, "looking at the clock", () -> wakeOnceSet(clock));
        }
    }

    /** A reader that is woken begins anew. */
    private void wakeOnceSet(SetClock clock) {
        if (clock.wasSet()) {
            LOG.warn("the host's clock was set: all readers begin anew");
            readers.forEach(Reader::wakeup);
        }
    }

    public KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = ungrouped();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 0);
        settings.put("request.timeout.ms", 10_000);
        settings.put("delivery.timeout.ms", 30_000);
        settings.put("buffer.memory", 8 * MEBIBYTE);
        settings.put("max.block.ms", 5_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public void close() {
                close(CLOSED_WITHIN);
            }
        };
    }

    /**
     * The classic protocol with a static member: after a crash the same replica goes on within 3
     * seconds; under the new protocol it is refused until its old session has expired.
     */
    public KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> settings = ungrouped();
        settings.put("group.id", group);
        settings.put("group.protocol", "classic");
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 3_000);
        settings.put("max.poll.interval.ms", 60_000);
        settings.put("max.poll.records", 100);
        settings.put("auto.offset.reset", "earliest");
        settings.put("fetch.max.bytes", 4 * MEBIBYTE);
        settings.put("isolation.level", "read_committed");
        config.node().ifPresent(node -> settings.put("group.instance.id", node + "-" + group));
        return reading(settings);
    }

    /** A reader without a group, which says itself where it reads. */
    public KafkaConsumer<byte[], byte[]> tail() {
        Map<String, Object> settings = ungrouped();
        settings.put("max.poll.records", 200);
        settings.put("auto.offset.reset", "none");
        return reading(settings);
    }

    private KafkaConsumer<byte[], byte[]> reading(Map<String, Object> settings) {
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        return new Reader(settings);
    }

    private final class Reader extends KafkaConsumer<byte[], byte[]> {

        Reader(Map<String, Object> settings) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            readers.add(this);
        }

        @Override
        public void close() {
            readers.remove(this);
            close(CloseOptions.timeout(CLOSED_WITHIN));
        }
    }

    private Map<String, Object> ungrouped() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.remove("group.id");
        return settings;
    }
}
