package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortLocksTest {
    private static final int PORT = 20_001;

    @TempDir Path folder;

    @Test
    void whatAnotherProcessWasGivenIsNotGivenAgainUntilItEnds() throws Exception {
        Process other = holder();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("true");
            PortLocks ours = PortLocks.in(folder);

            assertThat(ours.take(PORT)).isFalse();
            assertThat(ours.take(PORT + 1)).isTrue();

            other.destroyForcibly().waitFor();
            assertThat(ours.take(PORT)).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void nothingIsGivenTwiceByOneProcess() {
        assertThat(PortLocks.in(folder).take(PORT)).isTrue();
        assertThat(PortLocks.in(folder).take(PORT)).isFalse();
    }

    @Test
    void withoutAFolderEachKnowsItsOwn() {
        assertThat(PortLocks.in(Path.of("/proc/none")).take(PORT)).isTrue();
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Another launcher. */
    static final class Holder {
        public static void main(String[] folder) throws IOException {
            System.out.println(PortLocks.in(Path.of(folder[0])).take(PORT));
            System.in.read();
        }
    }
}
