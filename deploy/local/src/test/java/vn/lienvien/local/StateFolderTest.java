package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aFirstStartThatFoundTheDiskFullIsRepeated() throws IOException {
        Files.createFile(home.resolve("format"));

        StateFolder.claim(home).close();

        assertThat(home.resolve("format")).hasContent("1");
    }

    @Test
    void aFolderThatWasRefusedIsFreeAgain() throws IOException {
        Files.writeString(home.resolve("format"), "99");
        assertThatThrownBy(() -> StateFolder.claim(home)).isInstanceOf(PartFailed.class);

        Files.writeString(home.resolve("format"), "1");

        StateFolder.claim(home).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres/superuser.password",
                "secrets/transfer-app.password",
                "secrets/identity-master.key"
            })
    void aSecretThatWasHalfWrittenIsNotTakenAsOne(String secret) throws IOException {
        for (String halfWritten : List.of("", "c2hvcnQ=", "not base64")) {
            Files.createDirectories(home.resolve(secret).getParent());
            Files.writeString(home.resolve(secret), halfWritten);

            assertThatThrownBy(() -> StateFolder.claim(home))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("holds a damaged secret: see " + secret)
                    .hasMessageContaining("mv " + home);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"})
    void aHalfWrittenKeyOfTheIssuerIsNotTakenAsOne(String key) throws IOException {
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/issuer-key.json"), key);

        try (StateFolder state = StateFolder.claim(home)) {
            assertThatThrownBy(state::issuer)
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("damaged key of the token issuer")
                    .hasMessageContaining("secrets/issuer-key.json");
        }
    }

    @Test
    void noNewKeyIsMadeForIdentitiesThatAreThere() throws IOException {
        database("18");
        Files.createDirectories(home.resolve("postgres/data/global"));
        Files.writeString(home.resolve("postgres/data/global/pg_control"), "");
        Secrets.in(home.resolve("postgres")).get("superuser.password");
        Secrets.in(home.resolve("secrets")).get("transfer-owner.password");
        Secrets.in(home.resolve("secrets")).get("identity-lookup.key");

        assertThatThrownBy(() -> StateFolder.claim(home))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("lost the key of the identities")
                .hasMessageContaining("secrets/identity-master.key");
    }

    private void database(String version) throws IOException {
        Path data = Files.createDirectories(home.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), version + "\n");
    }
}
