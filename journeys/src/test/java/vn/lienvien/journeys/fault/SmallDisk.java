package vn.lienvien.journeys.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/**
 * A file system of its own size on a folder, filled with ballast and freed again. A process of its
 * own mounts it, and takes it away once this one ends, in whatever way.
 */
final class SmallDisk implements AutoCloseable {

    private static final String MOUNTED = "mounted";
    private static final String KEEPER =
            """
            trap '' INT TERM HUP
            mount -t tmpfs -o size="$1m" lienvien-small-disk "$0" || exit 1
            echo mounted
            cat >/dev/null
            umount -l "$0"
            """;

    private final Path folder;
    private final Process keeper;
    private final String said;

    private SmallDisk(Path folder, Process keeper, String said) {
        this.folder = folder;
        this.keeper = keeper;
        this.said = said;
    }

    /** Where mounting is forbidden, the folder stays as it is: {@link #fill} skips the test. */
    static SmallDisk on(Path folder, int mebibytes) {
        try {
            var absolute = Files.createDirectories(folder.toAbsolutePath());
            var keeper =
                    new ProcessBuilder("sh", "-c", KEEPER, absolute.toString(), "" + mebibytes)
                            .redirectErrorStream(true)
                            .start();
            return new SmallDisk(absolute, keeper, keeper.inputReader().readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To the last byte; again, when something on it was deleted meanwhile. */
    void fill() {
        Assumptions.assumeTrue(
                MOUNTED.equals(said), () -> "a small disk cannot be mounted here: " + said);
        try (var ballast =
                Files.newOutputStream(
                        ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var block = new byte[4096];
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            // As it should be.
        }
    }

    void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            keeper.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
