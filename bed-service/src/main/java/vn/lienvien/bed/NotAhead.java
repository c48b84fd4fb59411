package vn.lienvien.bed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;
import vn.lienvien.kit.time.ClockAhead;
import vn.lienvien.kit.time.DatabaseClock;

/** What is entered may have happened earlier and be written down now; never later. */
@ApplicationScoped
public class NotAhead {

    private final DatabaseClock clock;

    NotAhead(DatabaseClock clock) {
        this.clock = clock;
    }

    /**
     * @param occurredAt null means now
     */
    public void check(Instant occurredAt) {
        if (occurredAt != null && ClockAhead.isIn(occurredAt, clock.now())) {
            throw Problem.invalid(
                            List.of(new Violation("occurredAt", "in-future", "lies in the future")))
                    .exception();
        }
    }
}
