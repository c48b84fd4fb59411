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
    private final CarryingOut carrying;
    private final DatabaseClock clock;

    Reminding(
            Obligations obligations, Policies policies, CarryingOut carrying, DatabaseClock clock) {
        this.obligations = obligations;
        this.policies = policies;
        this.carrying = carrying;
        this.clock = clock;
    }

    @Scheduled(
            every = "{lienvien.notification.reminding.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void remind() {
        long climbed;
        do {
            climbed = QuarkusTransaction.requiringNew().call(this::climbSome);
        } while (climbed > 0);
    }

    /** Each its next rung; whoever is several behind, after an outage, is met again. */
    private long climbSome() {
        var rows = obligations.whoseTimeHasCome(BATCH);
        var now = rows.isEmpty() ? null : clock.now();
        return rows.stream().filter(row -> climbed(row, now)).count();
    }

    private boolean climbed(ObligationRow row, Instant now) {
        return switch (row.obligation(policies).climb(now)) {
            case Outcome.Changed changed -> {
                carrying.carryOut(row, changed, now);
                yield true;
            }
            case Outcome.Unchanged _, Outcome.Refused _ -> false;
        };
    }
}
