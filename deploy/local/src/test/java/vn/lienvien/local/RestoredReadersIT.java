package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredReadersIT {
    private static final String TRANSFERS = "lienvien.transfer.events";
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    @TempDir static Path folder;
    static KafkaProcess kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = KafkaProcess.start(folder, 0);
        kafka.createTopics();
        for (String key : List.of("before the backup", "after the backup")) {
            publish(key);
        }
    }

    @AfterAll
    static void stop() {
        kafka.stop();
    }

    @Test
    void aRestoredReaderIsGivenAgainWhatItHadReadAfterTheBackup() throws Exception {
        assertThat(read("bed-service.placement")).hasSize(2);
        assertThat(read("hospital-systems.export")).hasSize(2);
        List<String> said = new ArrayList<>();

        // The reader's session is still open, as after a crash.
        new RestoredReaders(kafka.bootstrap(), EnumSet.of(Service.TRANSFER, Service.BED))
                .rewind(said::add);

        assertThat(said)
                .containsExactly(
                        "after restore: 0 readers of transfer-service begin anew with what the"
                                + " topics still hold",
                        "after restore: 1 readers of bed-service begin anew with what the topics"
                                + " still hold");
        publish("since then");
        assertThat(read("bed-service.placement"))
                .containsExactlyInAnyOrder("before the backup", "after the backup", "since then");
        assertThat(read("hospital-systems.export")).containsExactly("since then");
    }

    /** Up to the end of the topic, as the services read: a static member does not say good-bye. */
    private static List<String> read(String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka.bootstrap());
        settings.put("group.id", group);
        settings.put("group.instance.id", "bed-1-" + group);
        settings.put("group.protocol", "classic");
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 3_000);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        List<String> keys = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TRANSFERS));
            long deadline = System.nanoTime() + ENOUGH.toNanos();
            while (System.nanoTime() < deadline && !atTheEnd(consumer)) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> keys.add(record.key()));
            }
            consumer.commitSync();
        }
        return keys;
    }

    private static boolean atTheEnd(KafkaConsumer<String, String> consumer) {
        return !consumer.assignment().isEmpty()
                && consumer.endOffsets(consumer.assignment()).entrySet().stream()
                        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static void publish(String key) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", kafka.bootstrap(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(TRANSFERS, key, "{}")).get();
        }
    }
}
