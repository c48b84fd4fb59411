package vn.lienvien.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienvien.kit.inbox.Wire;
import vn.lienvien.local.KafkaProcess;
import vn.lienvien.local.PostgresProcess;

/** A process that is stopped, not dead, is the case that leader elections get wrong. */
class FrozenLeaderIT {

    private static final String TOPIC = "lienvien.capacity.events";
    private static final Duration IN_THE_END = Duration.ofSeconds(60);
    private static final String PASSWORD = "only-for-this-test";

    @TempDir Path folder;

    private PostgresProcess postgres;
    private KafkaProcess kafka;
    private final List<Process> relays = new ArrayList<>();
    private int written;

    @BeforeEach
    void start() {
        postgres = PostgresProcess.start(folder.resolve("postgres"), 0);
        postgres.createDatabase("bed", PASSWORD, PASSWORD);
        kafka = KafkaProcess.start(folder.resolve("kafka"), 0);
        kafka.createTopics();
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("bed"), "bed_owner", PASSWORD)
                .placeholders(Map.of("app_role", "bed_app"))
                .locations("classpath:db/kit")
                .load()
                .migrate();
    }

    @AfterEach
    void stop() {
        relays.forEach(Process::destroyForcibly);
        kafka.stop();
        postgres.stop();
    }

    @Test
    void aFrozenLeaderIsReplacedWithin15SecondsAndDoesNoHarmWhenItWakes() throws Exception {
        Process first = relay("first");
        write(20);
        published(IN_THE_END);
        relay("second");
        await().until(() -> output("second").contains("stands by"));

        signal("STOP", first);
        write(20);
        published(Duration.ofSeconds(15));

        signal("CONT", first);
        write(20);
        published(IN_THE_END);
        await().until(() -> !first.isAlive());
        assertThat(output("first")).contains("leads").contains("lost its session");
        assertThat(output("second")).contains("leads");
        everyKeyIsCompleteAndInOrder();
    }

    private void everyKeyIsCompleteAndInOrder() {
        Map<String, Long> last = new HashMap<>();
        new Wire(kafka.bootstrap())
                .all(TOPIC)
                .forEach(
                        record -> {
                            long sequence = Long.parseLong(Wire.header(record, "ce_sequence"));
                            long before = last.getOrDefault(record.key(), 0L);
                            assertThat(sequence)
                                    .as("a reader drops what it has and never meets a gap")
                                    .isLessThanOrEqualTo(before + 1);
                            last.put(record.key(), Math.max(before, sequence));
                        });
        assertThat(last.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(written);
    }

    /** Rows for five keys, as the outbox writes them. */
    private void write(int rows) throws SQLException {
        try (Connection app =
                        DriverManager.getConnection(postgres.jdbcUrl("bed"), "bed_app", PASSWORD);
                PreparedStatement insert =
                        app.prepareStatement(
                                "insert into outbox (topic, key, sequence, event_id, type, attributes, payload,"
                                        + " occurred_at, recorded_at) values (?, ?, ?, gen_random_uuid(),"
                                        + " 'vn.lienvien.capacity.unit-trusted.v1', '{\"audience\":\"\"}', '{}',"
                                        + " app_now(), app_now())")) {
            for (int n = 0; n < rows; n++) {
                insert.setString(1, TOPIC);
                insert.setString(2, "htd-hcmc.unit-" + written % 5);
                insert.setLong(3, written / 5 + 1);
                insert.executeUpdate();
                written++;
            }
        }
    }

    private void published(Duration atMost) {
        await().atMost(atMost)
                .until(
                        () -> {
                            try (Connection app =
                                            DriverManager.getConnection(
                                                    postgres.jdbcUrl("bed"), "bed_app", PASSWORD);
                                    var rows =
                                            app.createStatement()
                                                    .executeQuery(
                                                            "select count(*) from outbox where published_at is not null")) {
                                rows.next();
                                return rows.getInt(1) == written;
                            }
                        });
    }

    private Process relay(String name) throws IOException {
        Process relay =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RelayProcess.class.getName(),
                                postgres.jdbcUrl("bed"),
                                "bed_app",
                                PASSWORD,
                                kafka.bootstrap(),
                                name)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start();
        relays.add(relay);
        return relay;
    }

    private String output(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    private static void signal(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }
}
