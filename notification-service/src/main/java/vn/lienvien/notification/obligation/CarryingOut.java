package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.Policies;

/**
 * Makes a decided change true: stores it, tells whom it names and, where nobody is on duty to be
 * told, takes the next rung at once. Needs the row's lock.
 */
@ApplicationScoped
class CarryingOut {

    private final Announcing announcing;
    private final Policies policies;

    CarryingOut(Announcing announcing, Policies policies) {
        this.announcing = announcing;
        this.policies = policies;
    }

    void carryOut(ObligationRow row, Outcome.Changed change, Instant now) {
        row.become(change.now());
        if (announcing.changed(row, change.events(), now)
                && row.obligation(policies).nobodyThere(now) instanceof Outcome.Changed next) {
            carryOut(row, next, now);
        }
    }
}
