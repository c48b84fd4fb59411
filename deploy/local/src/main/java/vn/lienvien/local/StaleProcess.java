package vn.lienvien.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a launcher that was itself killed left running. A pid alone proves nothing, since numbers
 * come again; only a process whose command line names our own folder is ended.
 */
final class StaleProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private StaleProcess() {}

    /** Ends the process in the pid file by the signal if it is ours, and removes the file. */
    static void endOwnerOf(Path pidFile, Path folder, String signal) throws IOException {
        if (Files.notExists(pidFile)) {
            return;
        }
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        if (first.matches("\\d+")) {
            ProcessHandle.of(Long.parseLong(first))
                    .filter(process -> mentions(process, folder))
                    .ifPresent(process -> end(process, signal));
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean mentions(ProcessHandle process, Path folder) {
        try {
            return Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"))
                    .contains(folder.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(ProcessHandle process, String signal) {
        Signals.send(signal, process.pid());
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
