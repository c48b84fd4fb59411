package vn.lienvien.notification.roster.domain;

import java.time.Instant;

/** Whether a line has somebody now, and for how long that holds. */
public sealed interface Cover {

    /** Without a gap until then, as far as was looked. */
    record Covered(Instant until) implements Cover {}

    /**
     * @param until when somebody comes; null when nobody does, as far as was looked
     */
    record Uncovered(Instant until) implements Cover {}
}
