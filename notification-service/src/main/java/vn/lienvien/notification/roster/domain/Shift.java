package vn.lienvien.notification.roster.domain;

import java.time.Instant;
import java.util.List;

/** People of one line on duty from a time until just before another. */
public record Shift(DutyLine line, Instant from, Instant until, List<OnCall> people) {

    public Shift {
        people = List.copyOf(people);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a shift ends after it begins");
        }
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
