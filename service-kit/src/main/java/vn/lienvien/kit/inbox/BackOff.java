package vn.lienvien.kit.inbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import vn.lienvien.kit.KitConfig;

/** A wait that doubles, with some chance in it, so that replicas do not all come back at once. */
final class BackOff {

    private final Duration first;
    private final Duration longest;
    private Duration next;
    private long over = System.nanoTime();

    BackOff(KitConfig.Inbox config) {
        this.first = config.backOff();
        this.next = first;
        this.longest = config.longestBackOff();
    }

    void lengthen() {
        long nanos = next.toNanos();
        over = System.nanoTime() + nanos / 2 + ThreadLocalRandom.current().nextLong(nanos);
        next = next.multipliedBy(2).compareTo(longest) > 0 ? longest : next.multipliedBy(2);
    }

    /** It went well: the next failure begins with the shortest wait again. */
    void reset() {
        next = first;
    }

    boolean over() {
        return System.nanoTime() - over >= 0;
    }

    void pause() {
        lengthen();
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, over - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
