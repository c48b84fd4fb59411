package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredCountersIT {
    private static final String TRANSFERS = "lienvien.transfer.events";
    private static final String PLACEMENTS = "lienvien.placement.events";

    @TempDir static Path folder;
    static PostgresProcess postgres;
    static KafkaProcess kafka;

    @BeforeAll
    static void start() throws SQLException {
        postgres = PostgresProcess.start(folder.resolve("postgres"), 0);
        kafka = KafkaProcess.start(folder.resolve("kafka"), 0);
        kafka.createTopics();
        for (Service service : Service.values()) {
            postgres.createDatabase(service.database(), "owner", "app");
            run(
                    service,
                    "create table stream (topic text, key text, last bigint, primary key (topic, key))",
                    "create table position (consumer text, topic text, key text, last bigint)");
        }
    }

    @AfterAll
    static void stop() {
        kafka.stop();
        postgres.stop();
    }

    @Test
    void everyCounterIsRaisedPastWhatWasPublishedAndNoneIsLowered() throws Exception {
        run(
                Service.TRANSFER,
                "insert into stream values ('" + TRANSFERS + "', 'behind', 3)",
                "insert into stream values ('" + TRANSFERS + "', 'ahead', 9)");
        publish(TRANSFERS, "behind", 7);
        publish(TRANSFERS, "ahead", 8);
        publish(PLACEMENTS, "unknown to the backup", 2);
        publish(TRANSFERS, "without a number", null);
        publish(TRANSFERS, "no number", bytes("first"));
        publish(TRANSFERS, "too large a number", bytes("99999999999999999999"));
        publish(TRANSFERS, "a\0key", bytes("1"));
        publish(TRANSFERS, "too long".repeat(10_000), bytes("1"));
        run(
                Service.BED,
                "insert into position values ('bed-service.x', '" + TRANSFERS + "', 'expired', 5)");

        List<String> said = new ArrayList<>();
        new RestoredCounters(postgres, kafka.bootstrap(), EnumSet.allOf(Service.class))
                .raise(said::add);

        assertThat(counters(Service.TRANSFER)).containsExactly("ahead 9", "behind 7", "expired 5");
        assertThat(counters(Service.BED)).containsExactly("unknown to the backup 2");
        assertThat(said)
                .contains(
                        "after restore: 2 counters of transfer-service raised past what was"
                                + " published");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void publish(String topic, String key, long sequence) throws Exception {
        publish(topic, key, bytes(Long.toString(sequence)));
    }

    private static void publish(String topic, String key, byte[] sequence) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, key, new byte[] {'{', '}'});
            record.headers().add("ce_sequence", sequence);
            producer.send(record).get();
        }
    }

    private static void run(Service service, String... statements) throws SQLException {
        try (Connection database = postgres.adminConnection(service.database());
                Statement sql = database.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static List<String> counters(Service service) throws SQLException {
        List<String> counters = new ArrayList<>();
        try (Connection database = postgres.adminConnection(service.database());
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("select key, last from stream order by key")) {
            while (row.next()) {
                counters.add(row.getString(1) + " " + row.getLong(2));
            }
        }
        return counters;
    }
}
