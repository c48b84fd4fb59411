package vn.lienvien.kit.time;

import java.time.Duration;

/**
 * Notices that the host's clock was set. Kafka's clients time by it all that they do: what one of
 * them waits for is then hours away, while it looks well. So whoever has one takes another.
 */
public final class SetClock {

    private static final long TOLERATED = Duration.ofSeconds(2).toMillis();

    private long ahead = ahead();

    /** Since the last time this was asked. */
    public boolean wasSet() {
        long before = ahead;
        ahead = ahead();
        return Math.abs(ahead - before) > TOLERATED;
    }

    /** Of the clock that only goes on. */
    private static long ahead() {
        return System.currentTimeMillis() - Duration.ofNanos(System.nanoTime()).toMillis();
    }
}
