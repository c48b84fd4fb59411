package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Its command line names the path, as our parts' command lines name their folders. */
    private ChildProcess follower(Path named) {
        return ChildProcess.start(
                "follower",
                List.of("tail", "-f", named.toString()),
                Map.of(),
                folder.resolve("log"));
    }
}
