package vn.lienvien.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The time inside a story. It is back-dated so that its last minute is now: fast, it is all over
 * when it is told; with a real-time factor, the story's time runs that many times as fast as ours
 * and ends with us.
 */
final class Clock {

    private final double factor;
    private final Instant begun;
    private final Instant requestedAt;

    /**
     * @param factor 0: as fast as the system answers
     */
    Clock(double factor, Duration lasts, Instant now) {
        this.factor = factor;
        begun = now;
        requestedAt = now.plus(told(lasts)).minus(lasts);
    }

    Instant at(Duration after) {
        return requestedAt.plus(after);
    }

    void waitFor(Duration after) {
        var due = begun.plus(told(after));
        while (Instant.now().isBefore(due)) {
            LockSupport.parkNanos(Duration.between(Instant.now(), due).toNanos());
        }
    }

    private Duration told(Duration inStory) {
        return factor <= 0
                ? Duration.ZERO
                : Duration.ofMillis(Math.round(inStory.toMillis() / factor));
    }
}
