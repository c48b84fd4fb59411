package vn.lienvien.notification.obligation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.kit.time.Repeating;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.Policies;

/**
 * Climbs the ladders when their time comes. The timers are the rows themselves, taken by database
 * time and passed over when another replica has them in hand, so a restart or a second replica
 * neither loses nor repeats a rung.
 */
@ApplicationScoped
class Reminding {

    private static final Logger LOG = Logger.getLogger(Reminding.class);

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

    void start(@Observes StartupEvent event, Repeating repeating, NotificationConfig config) {
        repeating.every(config.reminding().every(), "reminding", this::remind);
    }

    void remind() {
        if (!allClimb(BATCH)) {
            allClimb(1);
        }
    }

    /**
     * Each its next rung; whoever is several behind, after an outage, is met again. One that cannot
     * be told must not keep those silent that wait with it.
     *
     * @return false when one of many failed
     */
    private boolean allClimb(int most) {
        var broken = new ArrayList<UUID>();
        var taken = new ArrayList<UUID>();
        var goesOn = true;
        while (goesOn) {
            taken.clear();
            try {
                goesOn =
                        QuarkusTransaction.requiringNew()
                                .call(() -> someClimb(most, broken, taken));
            } catch (RuntimeException e) {
                if (taken.isEmpty()) {
                    throw e;
                }
                if (most > 1) {
                    return false;
                }
                LOG.errorf(e, "obligation %s cannot climb now", taken.getFirst());
                broken.addAll(taken);
            }
        }
        return true;
    }

    private boolean someClimb(int most, List<UUID> broken, List<UUID> taken) {
        taken.addAll(obligations.whoseTimeHasCome(most, broken));
        var rows = obligations.all(taken);
        var now = rows.isEmpty() ? null : clock.now();
        return rows.stream().filter(row -> climbs(row, now)).count() > 0;
    }

    private boolean climbs(ObligationRow row, Instant now) {
        return switch (row.obligation(policies).climb(now)) {
            case Outcome.Changed changed -> {
                carrying.carryOut(row, changed, now);
                yield true;
            }
            case Outcome.Unchanged _, Outcome.Refused _ -> false;
        };
    }
}
