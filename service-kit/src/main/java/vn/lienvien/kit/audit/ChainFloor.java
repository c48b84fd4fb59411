package vn.lienvien.kit.audit;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Below this id every audit row is chained, so that the appender need not look there again. A row's
 * id is given before its transaction commits: the floor follows only after longer than a
 * transaction may last.
 */
final class ChainFloor {

    private static final long LAG = Duration.ofSeconds(20).toNanos();

    private long floor;
    private long candidate;
    private long since = System.nanoTime() - LAG;

    long id() {
        return floor;
    }

    /** To be called when every row that can be seen is chained. */
    void rise(LongSupplier highest) {
        if (System.nanoTime() - since >= LAG) {
            floor = candidate;
            candidate = highest.getAsLong();
            since = System.nanoTime();
        }
    }
}
