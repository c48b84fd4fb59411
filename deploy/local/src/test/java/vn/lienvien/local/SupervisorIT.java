package vn.lienvien.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {
    @TempDir Path folder;

    @Test
    void aPartThatDiesIsStartedAgainAndSaid() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        List<String> untilTheStop;
        try (PostgresProcess postgres = PostgresProcess.start(folder, 0)) {
            Supervisor supervisor = new Supervisor(said::add);
            supervisor.watch(List.of(postgres));
            long before = postgres.pid();

            postgres.kill();

            await().atMost(30, SECONDS)
                    .untilAsserted(
                            () ->
                                    assertThat(said)
                                            .anyMatch(line -> line.contains("PostgreSQL is back")));
            assertThat(said.getFirst()).isEqualTo("PostgreSQL died (exit 137); starting it again");
            assertThat(postgres.pid()).isNotEqualTo(before);
            try (Connection answers = postgres.adminConnection("postgres")) {
                assertThat(answers.isValid(5)).isTrue();
            }
            // Not a number: beside what was killed but is not yet gone, a start comes to nothing.
            untilTheStop = List.copyOf(said);
            supervisor.stop();
        }
        assertThat(said).isEqualTo(untilTheStop);
    }

    @Test
    void aPartWhoseFilesCannotBeWrittenIsTriedAgainUntilTheyCan() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        try (PostgresProcess postgres = PostgresProcess.start(folder, 0)) {
            Supervisor supervisor = new Supervisor(said::add);
            supervisor.watch(List.of(postgres));
            // Stands in for a full disk: the settings are written anew at each start.
            Path settings = folder.resolve("data/postgresql.conf");
            Files.delete(settings);
            Files.createDirectory(settings);

            postgres.kill();
            await().atMost(30, SECONDS)
                    .untilAsserted(
                            () ->
                                    assertThat(said)
                                            .anyMatch(
                                                    line ->
                                                            line.startsWith(
                                                                    "PostgreSQL cannot be started"
                                                                            + " again yet: ")));
            assertThat(postgres.alive()).isFalse();
            Files.delete(settings);

            await().atMost(30, SECONDS)
                    .untilAsserted(
                            () ->
                                    assertThat(said)
                                            .anyMatch(line -> line.contains("PostgreSQL is back")));
            supervisor.stop();
        }
    }
}
