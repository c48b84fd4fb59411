package vn.lienvien.kit.audit;

import java.time.Duration;

/**
 * Below this id every audit row is chained. A row's id is given before its transaction commits, so
 * the floor follows the end only after longer than any transaction may last.
 */
final class ChainFloor {

    private static final long LAG = Duration.ofMinutes(1).toNanos();

    private long floor;
    private long candidate;
    private long since = System.nanoTime();

    long id() {
        return floor;
    }

    void chained(long id) {
        if (System.nanoTime() - since > LAG) {
            floor = candidate;
            candidate = id;
            since = System.nanoTime();
        }
    }
}
