package vn.lienvien.local.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** People look again a few times a second until what they wait for is there, or give up. */
public final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private Patience() {}

    public static <T> T until(Duration atMost, String what, Supplier<Optional<T>> look) {
        var from = System.nanoTime();
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - from > atMost.toNanos()) {
                throw new Unanswered("waited %s in vain: %s".formatted(atMost, what), null);
            }
            pause();
        }
    }

    static void pause() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted while waiting");
        }
    }
}
