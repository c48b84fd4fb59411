package vn.lienvien.local;

import java.time.Duration;
import java.util.List;

/** Starts a part again when it dies, slower each time it dies soon again, and says so. */
public final class Supervisor {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private final Progress progress;
    private volatile boolean stopping;

    public Supervisor(Progress progress) {
        this.progress = progress;
    }

    public void watch(List<Part> parts) {
        parts.forEach(
                part -> Thread.ofVirtual().name("watch " + part.name()).start(() -> watch(part)));
    }

    /** From now on an end is meant. */
    public void stop() {
        stopping = true;
    }

    private void watch(Part part) {
        Duration wait = FIRST_WAIT;
        while (true) {
            long since = System.nanoTime();
            int exit = part.awaitExit();
            if (stopping) {
                return;
            }
            if (System.nanoTime() - since > HEALTHY.toNanos()) {
                wait = FIRST_WAIT;
            }
            progress.say("%s died (exit %d); starting it again".formatted(part.name(), exit));
            ChildProcess.pause(wait);
            wait =
                    wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0
                            ? LONGEST_WAIT
                            : wait.multipliedBy(2);
            startAgain(part);
        }
    }

    private void startAgain(Part part) {
        if (stopping) {
            return;
        }
        long begun = System.nanoTime();
        try {
            part.launch();
            progress.say(
                    "%s is back after %.1f s"
                            .formatted(part.name(), (System.nanoTime() - begun) / 1e9));
        } catch (RuntimeException e) {
            // Whatever it was, a full disk above all: the next turn of the watch tries again.
            if (!stopping) {
                progress.say(whyNot(part, e));
                part.kill();
            }
        }
    }

    private static String whyNot(Part part, RuntimeException failure) {
        return failure instanceof PartFailed
                ? failure.getMessage()
                : "%s cannot be started again yet: %s"
                        .formatted(
                                part.name(),
                                failure.getCause() == null ? failure : failure.getCause());
    }
}
