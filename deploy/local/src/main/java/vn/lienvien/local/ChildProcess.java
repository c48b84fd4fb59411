package vn.lienvien.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of ours, in a session of its own: Ctrl-C in the terminal reaches the launcher alone,
 * which then ends the parts in order.
 */
final class ChildProcess {
    private static final int LAST_BYTES = 16 * 1024;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log) {
        List<String> inOwnSession = new ArrayList<>(List.of("setsid"));
        inOwnSession.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(inOwnSession)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    /** Its number in a file, for the launcher after this one; what nobody could find is ended. */
    ChildProcess notedIn(Path pidFile) throws IOException {
        try {
            Files.writeString(pidFile, Long.toString(pid()));
            return this;
        } catch (IOException e) {
            kill();
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    int awaitExit() {
        return process.onExit().join().exitValue();
    }

    /** Any signal by name: INT is PostgreSQL's fast shutdown, STOP and CONT freeze and thaw. */
    void signal(String signal) {
        Signals.send(signal, pid());
    }

    /** The process first: one that is stopped makes no further children. */
    void signalFamily(String signal) {
        signal(signal);
        process.descendants().forEach(child -> Signals.send(signal, child.pid()));
    }

    /** SIGKILL, then waits until the process and every child it had are gone. */
    void kill() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        process.onExit().join();
        for (ProcessHandle orphan : family) {
            if (!ended(orphan.onExit(), Duration.ofSeconds(10))) {
                orphan.destroyForcibly();
                orphan.onExit().join();
            }
        }
    }

    /** Asks with the signal, and kills after the patience is used up. */
    void stop(String signal, Duration patience) {
        if (!alive()) {
            return;
        }
        signal(signal);
        if (!ended(process.onExit(), patience)) {
            kill();
        }
    }

    /** The end of the log, for a message that says why a part did not start. */
    String lastWords() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            // Nobody cuts a log short: after weeks it may be larger than our memory.
            file.seek(Math.max(0, file.length() - LAST_BYTES));
            byte[] end = new byte[LAST_BYTES];
            int read = Math.max(0, file.read(end));
            List<String> lines = new String(end, 0, read, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    /** Polls until ready; a process that ends meanwhile is an error that quotes its log. */
    void awaitReady(Duration patience, Readiness ready) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.reached()) {
            if (!alive()) {
                throw new PartFailed(name + " ended while it was starting:\n" + lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new PartFailed(
                        "%s was not ready after %d s:%n%s"
                                .formatted(name, patience.toSeconds(), lastWords()));
            }
            pause(Duration.ofMillis(50));
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while waiting", e);
        }
    }

    private static boolean ended(CompletableFuture<?> exit, Duration patience) {
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True once the part answers. */
    interface Readiness {
        boolean reached();
    }
}
