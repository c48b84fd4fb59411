package vn.lienvien.simulation.notification;

import java.time.Instant;
import vn.lienvien.notification.obligation.domain.Happening;
import vn.lienvien.notification.obligation.domain.Obligation;
import vn.lienvien.notification.obligation.domain.ObligationId;
import vn.lienvien.notification.obligation.domain.Urgency;

/**
 * A row of the obligation table.
 *
 * @param of what opened it
 * @param since when it became what it is; events may come long after what they tell
 */
public record Kept(
        ObligationId id,
        Happening of,
        Obligation obligation,
        int attempt,
        Urgency urgency,
        Instant since) {

    public boolean stands() {
        return !(obligation instanceof Obligation.Ended);
    }

    Kept become(Obligation now, Instant at) {
        return new Kept(id, of, now, attempt, urgency, at);
    }

    Kept forAttempt(int later) {
        return new Kept(id, of, obligation, later, urgency, since);
    }

    Kept in(Urgency other) {
        return new Kept(id, of, obligation, attempt, other, since);
    }
}
