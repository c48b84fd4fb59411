package vn.lienvien.journeys.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Events of a type that no service handles, each about a transfer of its own: the same record for
 * the product and for the floor, and nothing else happens because of it.
 */
final class Ticks implements AutoCloseable {

    /** What the stream calls them. */
    static final String EVENT = "bench.tick";

    static final String TYPE = "vn.lienvien." + EVENT + ".v1";

    /** Organisations whose people listen. */
    static final int ORGANISATIONS = 20;

    private static final String AUDIENCE =
            IntStream.range(0, ORGANISATIONS)
                    .mapToObj(Ticks::organisation)
                    .collect(Collectors.joining(","));

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    Ticks(String bootstrap, String topic) {
        this.topic = topic;
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "acks",
                                "all",
                                "linger.ms",
                                0,
                                "key.serializer",
                                StringSerializer.class,
                                "value.serializer",
                                ByteArraySerializer.class));
    }

    /** An invented hospital. */
    static String organisation(int n) {
        return "reader-" + n;
    }

    void send() {
        var transfer = UUID.randomUUID().toString();
        var tick = new ProducerRecord<>(topic, transfer, bytes("{}"));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/bed-service",
                        "ce_type",
                        TYPE,
                        "ce_subject",
                        transfer,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        "1",
                        "ce_audience",
                        AUDIENCE,
                        "ce_correlationid",
                        transfer,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> tick.headers().add(name, bytes(value)));
        tick.headers().add("ce_topic", bytes(topic));
        var _ = producer.send(tick);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
