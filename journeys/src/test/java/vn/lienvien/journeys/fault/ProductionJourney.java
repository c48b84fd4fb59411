package vn.lienvien.journeys.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.local.PostgresProcess;

/**
 * A packaged jar without a profile is production: it starts with nothing of the demo, and not at
 * all with anything left open.
 */
class ProductionJourney {

    private static final String PASSWORD = "only-for-this-test";

    @TempDir static Path folder;

    private static PostgresProcess postgres;

    @BeforeAll
    static void database() {
        postgres = PostgresProcess.start(folder.resolve("postgres"), 0);
        postgres.createDatabase("bed", PASSWORD, PASSWORD);
    }

    @AfterAll
    static void gone() {
        postgres.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "bed", "notification"})
    void withNothingSetNoServiceStarts(String service) throws Exception {
        assertThat(refusal(service, Map.of())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION, mp.jwt.verify.publickey.location",
        "MP_JWT_VERIFY_ISSUER, mp.jwt.verify.issuer",
        "KAFKA_BOOTSTRAP_SERVERS, kafka.bootstrap.servers",
        "QUARKUS_DATASOURCE_JDBC_URL, datasource"
    })
    void withOneThingMissingItSaysWhich(String variable, String named) throws Exception {
        var settings = new HashMap<>(complete());
        settings.remove(variable);

        assertThat(refusal("bed", settings)).contains(named);
    }

    @ParameterizedTest
    @CsvSource({
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION, http://127.0.0.1:8080/local-issuer/jwks",
        "MP_JWT_VERIFY_ISSUER, http://localhost:8080/local-issuer"
    })
    void theKeyOfTheDemoIsNoKey(String variable, String demo) throws Exception {
        var settings = new HashMap<>(complete());
        settings.put(variable, demo);

        assertThat(refusal("bed", settings)).contains("not to the demo's");
    }

    @Test
    void aProfileOfAnotherNameIsWatchedAsProductionIs() throws Exception {
        var settings = new HashMap<>(complete());
        settings.put("QUARKUS_PROFILE", "staging");
        settings.put("MP_JWT_VERIFY_ISSUER", "http://localhost:8080/local-issuer");

        assertThat(refusal("bed", settings)).contains("not to the demo's");
    }

    @Test
    void whatIsInventedIsNotLoaded() throws Exception {
        var log = folder.resolve("started.log");
        var process = start("bed", complete(), log);
        try {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(text(log)).contains("Profile prod activated"));
        } finally {
            process.destroyForcibly().waitFor();
        }

        assertThat(migrations()).isNotEmpty().noneMatch(script -> script.contains("invented"));
    }

    private static Map<String, String> complete() {
        return Map.of(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "http://127.0.0.1:1/jwks",
                "MP_JWT_VERIFY_ISSUER", "https://identity.example.invalid",
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl("bed"),
                "QUARKUS_DATASOURCE_USERNAME", "bed_app",
                "QUARKUS_DATASOURCE_PASSWORD", PASSWORD,
                "QUARKUS_FLYWAY_USERNAME", "bed_owner",
                "QUARKUS_FLYWAY_PASSWORD", PASSWORD);
    }

    /** What it said before it ended, as it must. */
    private static String refusal(String service, Map<String, String> settings) throws Exception {
        var log = Files.createTempFile(folder, service, ".log");
        var process = start(service, settings, log);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ends", service).isTrue();
            assertThat(process.exitValue()).as(text(log)).isNotZero();
        } finally {
            process.destroyForcibly();
        }
        return text(log);
    }

    private static Process start(String service, Map<String, String> settings, Path log)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar =
                Path.of("..", service + "-service", "target", "quarkus-app", "quarkus-run.jar")
                        .toString();
        var builder =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-Xmx256m",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-jar",
                                        jar))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        var environment = builder.environment();
        new ArrayList<>(environment.keySet())
                .stream()
                        .filter(name -> name.matches("(QUARKUS|LIENVIEN|MP|KAFKA)_.*"))
                        .forEach(environment::remove);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        environment.putAll(settings);
        return builder.start();
    }

    private static List<String> migrations() throws SQLException {
        try (var connection = postgres.adminConnection("bed");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select script from flyway_schema_history")) {
            var scripts = new ArrayList<String>();
            while (rows.next()) {
                scripts.add(rows.getString(1));
            }
            return scripts;
        }
    }

    private static String text(Path log) {
        try {
            // It is still written: its end may be half a letter.
            return new String(Files.readAllBytes(log), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
