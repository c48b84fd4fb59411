package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleProcessTest {
    @TempDir Path folder;

    @Test
    void whatAKilledLauncherLeftRunningIsEnded() throws IOException {
        ChildProcess left = follower(folder.resolve("log"));

        StaleProcess.endOwnerOf(pidFile(left), folder, "TERM");

        // Of the system: the process object learns of the end a moment later.
        assertThat(ProcessHandle.of(left.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws IOException {
        ChildProcess stranger = follower(Path.of("/dev/null"));
        try {
            StaleProcess.endOwnerOf(pidFile(stranger), folder, "TERM");

            assertThat(stranger.alive()).isTrue();
        } finally {
            stranger.kill();
        }
    }

    private Path pidFile(ChildProcess process) throws IOException {
        return Files.writeString(folder.resolve("pid"), process.pid() + "\n");
    }

    /**
     * Its command line names the path, as our parts' command lines name their folders. Awaited
     * until it runs: while setsid gives way to it, the system shows no command line at all for a
     * moment.
     */
    private ChildProcess follower(Path named) {
        ChildProcess follower =
                ChildProcess.start(
                        "follower",
                        List.of("tail", "-f", named.toString()),
                        Map.of(),
                        folder.resolve("log"));
        follower.awaitReady(Duration.ofSeconds(30), () -> commandOf(follower).startsWith("tail"));
        return follower;
    }

    private static String commandOf(ChildProcess process) {
        try {
            return Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
