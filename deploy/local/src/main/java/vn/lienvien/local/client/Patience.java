package vn.lienvien.local.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * People look again until what they wait for is there, or give up: soon at first, then less and
 * less often, so that a crowd that waits leaves the services time to do what it waits for.
 */
public final class Patience {

    private static final Duration SOON = Duration.ofMillis(40);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);

    private long next = SOON.toNanos();

    Patience() {}

    public static <T> T until(Duration atMost, String what, Supplier<Optional<T>> look) {
        var patience = new Patience();
        var from = System.nanoTime();
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - from > atMost.toNanos()) {
                throw new Unanswered("waited %s in vain: %s".formatted(atMost, what), null);
            }
            patience.pause(Duration.ZERO);
        }
    }

    /**
     * @param asked for by whoever could not answer now; zero when nobody did
     */
    void pause(Duration asked) {
        LockSupport.parkNanos(Math.max(next, asked.toNanos()));
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted while waiting");
        }
        next = Math.min(next + next / 2, AT_LEAST_EVERY.toNanos());
    }
}
