package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir Path folder;

    @Test
    void aProcessWhoseNumberCannotBeKeptIsNotLeftRunning() throws IOException {
        Path pidFile = Files.createDirectory(folder.resolve("pid"));
        ChildProcess sleeper =
                ChildProcess.start(
                        "sleeper", List.of("sleep", "60"), Map.of(), folder.resolve("log"));

        assertThatThrownBy(() -> sleeper.notedIn(pidFile)).isInstanceOf(IOException.class);

        assertThat(sleeper.alive()).isFalse();
    }

    @Test
    void aLogLargerThanMemoryStillTellsItsEnd() throws IOException {
        Path log = folder.resolve("log");
        try (RandomAccessFile weeks = new RandomAccessFile(log.toFile(), "rw")) {
            weeks.setLength(5L << 30);
        }

        ChildProcess speaker =
                ChildProcess.start("speaker", List.of("echo", "\nno space left"), Map.of(), log);
        speaker.awaitExit();

        assertThat(speaker.lastWords()).endsWith("no space left");
    }
}
