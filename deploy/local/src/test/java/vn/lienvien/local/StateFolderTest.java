package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir Path home;

    @Test
    void oneStackAtATimeHasTheFolder() {
        try (StateFolder first = StateFolder.claim(home)) {
            assertThatThrownBy(() -> StateFolder.claim(first.path(".")))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("already runs on " + home)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--state");
        }
        StateFolder.claim(home).close();
    }

    @Test
    void aFileIsNoStateFolder() throws IOException {
        Path file = Files.writeString(home.resolve("state"), "");

        assertThatThrownBy(() -> StateFolder.claim(file))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void aDatabaseWithoutItsControlFileIsSaidToBeDamaged() throws IOException {
        database("18");

        assertThatThrownBy(() -> StateFolder.claim(home))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("damaged database: see postgres/data/global/pg_control")
                .hasMessageContaining("mv " + home);
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsNotStartedOn() throws IOException {
        database("17");

        assertThatThrownBy(() -> StateFolder.claim(home))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("damaged or foreign database");
    }

    @Test
    void aKafkaLogWithoutItsIdentityIsSaidToBeDamaged() throws IOException {
        Files.createDirectories(home.resolve("kafka/logs/lienvien.transfer.events-0"));

        assertThatThrownBy(() -> StateFolder.claim(home))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("damaged Kafka log");
    }

    @Test
    void aFolderOfAnotherFormatIsLeftAlone() throws IOException {
        Files.writeString(home.resolve("format"), "99");

        assertThatThrownBy(() -> StateFolder.claim(home))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("another version of LienVien");
    }

    @Test
    void aFolderThatWasRefusedIsFreeAgain() throws IOException {
        Files.writeString(home.resolve("format"), "99");
        assertThatThrownBy(() -> StateFolder.claim(home)).isInstanceOf(PartFailed.class);

        Files.writeString(home.resolve("format"), "1");

        StateFolder.claim(home).close();
    }

    private void database(String version) throws IOException {
        Path data = Files.createDirectories(home.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), version + "\n");
    }
}
