package vn.lienvien.kit.inbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.utils.ExponentialBackoff;
import vn.lienvien.kit.KitConfig;

/** A wait that doubles, with some chance in it, so that replicas do not all come back at once. */
final class BackOff {

    private static final double CHANCE = 0.5;

    private final ExponentialBackoff waits;
    private int failures;
    private long over = System.nanoTime();

    BackOff(KitConfig.Inbox config) {
        long longest = config.longestBackOff().toMillis();
        this.waits = new ExponentialBackoff(config.backOff().toMillis(), 2, longest, CHANCE);
    }

    void lengthen() {
        over = System.nanoTime() + Duration.ofMillis(waits.backoff(failures++)).toNanos();
    }

    /** It went well: the next failure begins with the shortest wait again. */
    void reset() {
        failures = 0;
    }

    boolean over() {
        return System.nanoTime() - over >= 0;
    }

    void pause() {
        lengthen();
        LockSupport.parkNanos(over - System.nanoTime());
    }
}
