package vn.lienvien.notification.obligation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.Policies;

/**
 * Climbs the ladders when their time comes. The timers are the rows themselves, taken by database
 * time and passed over when another replica has them in hand, so a restart or a second replica
 * neither loses nor repeats a rung.
 */
@ApplicationScoped
class Reminding {

    private static final int BATCH = 50;

    private final Obligations obligations;
    private final Policies policies;
    private final Announcing announcing;
    private final DatabaseClock clock;

    Reminding(
            Obligations obligations,
            Policies policies,
            Announcing announcing,
            DatabaseClock clock) {
        this.obligations = obligations;
        this.policies = policies;
        this.announcing = announcing;
        this.clock = clock;
    }

    @Scheduled(
            every = "{lienvien.notification.reminding.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void remind() {
        int climbed;
        do {
            climbed = QuarkusTransaction.requiringNew().call(this::climbSome);
        } while (climbed == BATCH);
    }

    private int climbSome() {
        var rows = obligations.whoseTimeHasCome(BATCH);
        if (!rows.isEmpty()) {
            var now = clock.now();
            rows.forEach(row -> climb(row, now));
        }
        return rows.size();
    }

    private void climb(ObligationRow row, Instant now) {
        switch (row.obligation(policies).climb(now)) {
            case Outcome.Changed(var climbed, var events) -> {
                row.become(climbed);
                announcing.changed(row, events);
            }
            case Outcome.Unchanged _ -> {}
        }
    }
}
