package vn.lienvien.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lienvien.kit.KitConfig;

/** The only place where Kafka clients are made, with the settings that lose and reorder nothing. */
@ApplicationScoped
public class KafkaClients {

    private static final int MEBIBYTE = 1024 * 1024;

    private final Map<String, Object> connection;
    private final KitConfig config;

    KafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> connection, KitConfig config) {
        this.connection = connection;
        this.config = config;
    }

    public KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.remove("group.id");
        settings.putAll(
                Map.of(
                        "acks", "all",
                        "enable.idempotence", true,
                        "linger.ms", 0,
                        "request.timeout.ms", 10_000,
                        "delivery.timeout.ms", 30_000,
                        "buffer.memory", 8 * MEBIBYTE,
                        "max.block.ms", 5_000));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * The classic protocol with a static member: after a crash the same replica goes on within 3
     * seconds; under the new protocol it is refused until its old session has expired.
     */
    public KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.putAll(
                Map.of(
                        "group.id",
                        group,
                        "group.protocol",
                        "classic",
                        "partition.assignment.strategy",
                        CooperativeStickyAssignor.class.getName(),
                        "session.timeout.ms",
                        10_000,
                        "heartbeat.interval.ms",
                        3_000,
                        "max.poll.interval.ms",
                        60_000,
                        "max.poll.records",
                        100,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest"));
        settings.put("fetch.max.bytes", 4 * MEBIBYTE);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        config.node().ifPresent(node -> settings.put("group.instance.id", node + "-" + group));
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A reader without a group, for {@link vn.lienvien.kit.tail.TopicTail}: it says itself where it
     * reads.
     */
    public KafkaConsumer<byte[], byte[]> tail() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.remove("group.id");
        settings.putAll(
                Map.of(
                        "max.poll.records",
                        200,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "none",
                        "allow.auto.create.topics",
                        false));
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
