package vn.lienvien.simulation.notification;

import java.time.Instant;
import vn.lienvien.notification.obligation.domain.Happening;
import vn.lienvien.notification.obligation.domain.Obligation;
import vn.lienvien.notification.obligation.domain.ObligationId;

/**
 * A row of the obligation table.
 *
 * @param of what opened it
 * @param since when it became what it is; events may come long after what they tell
 */
public record Kept(
        ObligationId id, Happening of, Obligation obligation, int attempt, Instant since) {

    public boolean stands() {
        return !(obligation instanceof Obligation.Ended);
    }

    Kept become(Obligation now, Instant at) {
        return new Kept(id, of, now, attempt, at);
    }

    Kept forAttempt(int later) {
        return new Kept(id, of, obligation, later, since);
    }
}
