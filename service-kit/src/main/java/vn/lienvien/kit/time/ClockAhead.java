package vn.lienvien.kit.time;

import java.time.Duration;
import java.time.Instant;

/** Phones and hospitals' systems tell the time, and some of them are ahead. */
public final class ClockAhead {

    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private ClockAhead() {}

    /** Further than a clock may be wrong: a slip, or a date of the future. */
    public static boolean isIn(Instant said, Instant now) {
        return said.isAfter(now.plus(TOLERATED));
    }
}
