package vn.lienvien.notification.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import vn.lienvien.events.AlertEvent.DutyCoveredV1;
import vn.lienvien.events.AlertEvent.DutyGapV1;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.kit.outbox.Outbox;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.kit.time.Repeating;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.roster.domain.Cover;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Place;

/**
 * Says of each unit that keeps a roster whether somebody is on duty who can answer for it, when a
 * roster is imported and when by the database's clock that changes: nobody is offered a patient by
 * a machine while nobody is there to answer (design §4.2).
 */
@ApplicationScoped
class Covering {

    /** A doctor answers an offer. */
    private static final DutyLine ANSWERS = DutyLine.DOCTOR;

    private static final int BATCH = 50;

    /** A far end is looked at again long before it comes near, for weeks are imported meanwhile. */
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    private final Covers covers;
    private final Duties duties;
    private final Outbox outbox;
    private final DatabaseClock clock;

    Covering(Covers covers, Duties duties, Outbox outbox, DatabaseClock clock) {
        this.covers = covers;
        this.duties = duties;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Repeating repeating, NotificationConfig config) {
        repeating.every(config.roster().coverEvery(), "looking at rosters' ends", this::sweep);
    }

    void sweep() {
        int looked;
        do {
            looked = QuarkusTransaction.requiringNew().call(this::sweepSome);
        } while (looked == BATCH);
    }

    /** In the transaction of the import: a house's people answer for each of its units. */
    void review(Place imported) {
        covers.lock();
        var now = clock.now();
        covers.unitsOf(imported).forEach(unit -> look(unit, now));
    }

    private int sweepSome() {
        if (!covers.tryLock()) {
            return 0;
        }
        var units = covers.toLookAt(BATCH);
        var now = clock.now();
        units.forEach(unit -> look(unit, now));
        return units.size();
    }

    private void look(Place unit, Instant now) {
        var cover = duties.keepsStill(unit, ANSWERS) ? duties.cover(unit, ANSWERS, now) : null;
        var said = covers.said(unit);
        covers.keep(unit, cover, checkAt(cover, now));
        if (cover != null && !cover.equals(said)) {
            say(unit, cover);
        } else if (cover == null && said != null) {
            say(unit, nothingKnownFrom(now));
        }
    }

    private void say(Place unit, Cover cover) {
        outbox.announce(event(unit, cover), Set.of(new OrganisationCode(unit.organisation())));
    }

    /** A word whose own time is over: what was said before it must not stand for ever. */
    private static Cover nothingKnownFrom(Instant now) {
        return new Cover.Uncovered(now);
    }

    private static Instant checkAt(Cover cover, Instant now) {
        return switch (cover) {
            case Cover.Covered(var until) -> earlier(until, now.plus(LOOK_AGAIN));
            case Cover.Uncovered(var until) when until != null ->
                    earlier(until, now.plus(LOOK_AGAIN));
            case Cover.Uncovered _ -> now.plus(LOOK_AGAIN);
            case null -> null;
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ContractEvent event(Place unit, Cover cover) {
        var ref = new UnitRef(new UnitCode(unit.code()), new OrganisationCode(unit.organisation()));
        return switch (cover) {
            case Cover.Covered(var until) -> new DutyCoveredV1(ref, until);
            case Cover.Uncovered(var until) -> new DutyGapV1(ref, until);
        };
    }
}
