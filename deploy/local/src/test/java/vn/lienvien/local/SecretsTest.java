package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String NAME = "identity-master.key";

    @TempDir Path home;

    @Test
    void aSecretIsMadeOnceAndForItsOwnerOnly() throws IOException {
        Secrets secrets = Secrets.in(home.resolve("secrets"));

        String made = secrets.get(NAME);

        assertThat(secrets.get(NAME)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets").resolve(NAME)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(home.resolve("secrets"))) {
            assertThat(files).containsExactly(home.resolve("secrets").resolve(NAME));
        }
    }

    @Test
    void whatACrashLeftUnfinishedIsMadeAnew() throws IOException {
        Files.writeString(home.resolve(NAME + ".unfinished"), "c2hv");

        assertThat(Secrets.in(home).get(NAME)).hasSize(44);
        assertThat(home.resolve(NAME + ".unfinished")).doesNotExist();
    }

    @Test
    void anEmptyFileIsNoSecret() throws IOException {
        Files.createFile(home.resolve(NAME));

        assertThatThrownBy(() -> Secrets.in(home).get(NAME))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("holds no secret");
    }
}
