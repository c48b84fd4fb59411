package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessIT {
    private static final String TOPIC = "lienvien.transfer.events";

    @TempDir static Path temporary;
    static Path folder;
    static KafkaProcess kafka;

    @BeforeAll
    static void start() {
        folder = temporary.resolve("Bệnh viện Sóc Trăng");
        kafka = KafkaProcess.start(folder, 0);
        kafka.createTopics();
        kafka.createTopics();
    }

    @AfterAll
    static void stop() {
        kafka.stop();
    }

    @Test
    void recordsAreInTheFolderThatWasGiven() throws IOException {
        assertThat(folder.resolve("logs/meta.properties")).exists();
        try (var made = Files.list(temporary)) {
            assertThat(made).containsExactly(folder);
        }
    }

    @Test
    void everyTopicHasTwelvePartitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            var topics = admin.describeTopics(Topics.OF_THE_CONTRACTS).allTopicNames().get();

            assertThat(topics).hasSize(4);
            assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 12);
        }
    }

    @Test
    void aTopicWithAnotherPartitionCountIsRefusedNotAltered() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic("narrow", 3, (short) 1))).all().get();
        }

        assertThatThrownBy(() -> kafka.createTopics("narrow"))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("narrow has 3 partitions");
    }

    @Test
    void recordsSurviveKillMinusNine() throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", kafka.bootstrap(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", "acknowledged")).get();
        }

        kafka.kill();
        assertThat(kafka.alive()).isFalse();
        kafka.restart();

        assertThat(firstPartition()).contains("acknowledged");
    }

    private static List<String> firstPartition() {
        List<String> values = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            TopicPartition first = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(first));
            consumer.seekToBeginning(List.of(first));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
