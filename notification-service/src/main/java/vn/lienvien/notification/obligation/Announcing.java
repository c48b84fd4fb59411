package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienvien.events.About;
import vn.lienvien.events.AlertEvent.ClimbedBecause;
import vn.lienvien.events.AlertEvent.DutyRole;
import vn.lienvien.events.AlertEvent.ObligationClimbedV1;
import vn.lienvien.events.AlertEvent.ObligationClosedV1;
import vn.lienvien.events.AlertEvent.ObligationEnd;
import vn.lienvien.events.AlertEvent.ObligationHandedOnV1;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.AlertEvent.ObligationOpenedV1;
import vn.lienvien.events.AlertEvent.ObligationSnoozedV1;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.outbox.Outbox;
import vn.lienvien.notification.obligation.domain.Because;
import vn.lienvien.notification.obligation.domain.ObligationEvent;
import vn.lienvien.notification.obligation.domain.ObligationEvent.AlarmStands;
import vn.lienvien.notification.obligation.domain.ObligationEvent.HandedOn;
import vn.lienvien.notification.obligation.domain.ObligationEvent.HasEnded;
import vn.lienvien.notification.obligation.domain.ObligationEvent.Snoozed;
import vn.lienvien.notification.obligation.domain.ObligationEvent.Told;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.obligation.domain.Rung;

/** Tells the outside what became of an obligation: the alert topic, and whoever a rung names. */
@ApplicationScoped
class Announcing {

    private static final Rung HOLDER = new Rung(0, null, null);

    private final Outbox outbox;
    private final Reaching reaching;
    private final Lookup lookup;
    private final Tellings tellings;
    private final Policies policies;

    Announcing(
            Outbox outbox, Reaching reaching, Lookup lookup, Tellings tellings, Policies policies) {
        this.outbox = outbox;
        this.reaching = reaching;
        this.lookup = lookup;
        this.tellings = tellings;
        this.policies = policies;
    }

    void opened(ObligationRow row) {
        outbox.announce(
                new ObligationOpenedV1(
                        about(row),
                        row.id,
                        kind(row),
                        organisation(row),
                        DutyRole.valueOf(row.role.name()),
                        row.urgency == null ? null : Urgency.valueOf(row.urgency.name()),
                        row.dueAt),
                Set.of(organisation(row)));
    }

    /**
     * @return true when of some organisation everybody told now is a gap in its roster
     */
    boolean changed(ObligationRow row, List<ObligationEvent> events, Instant now) {
        var there = new HashMap<OrganisationCode, Boolean>();
        for (var event : events) {
            switch (event) {
                case Told(var step, var rung, var because) ->
                        tell(row, step, rung, because, now, there);
                case AlarmStands(var step, var rung, var because) -> {
                    tell(row, step, rung, because, now, there);
                    closed(row, ObligationEnd.STANDING_ALARM);
                }
                case Snoozed(var until) -> {
                    leaveAlone(row);
                    row.snoozedUntil = until;
                    outbox.announce(
                            new ObligationSnoozedV1(
                                    about(row), row.id, kind(row), organisation(row), until),
                            Set.of(organisation(row)));
                }
                case HandedOn() -> handedOn(row, now);
                case HasEnded(var end) -> {
                    reaching.stop(row);
                    closed(row, ObligationEnd.valueOf(end.name()));
                }
            }
        }
        return there.containsValue(false);
    }

    private void tell(
            ObligationRow row,
            int step,
            Rung rung,
            Because because,
            Instant now,
            Map<OrganisationCode, Boolean> there) {
        var who = lookup.who(row, rung, now);
        var first = !there.containsKey(who.organisation());
        there.merge(who.organisation(), !who.gap(), Boolean::logicalOr);
        if (step > 0) {
            outbox.announce(
                    new ObligationClimbedV1(
                            about(row),
                            row.id,
                            kind(row),
                            organisation(row),
                            step,
                            DutyRole.valueOf(who.role().name()),
                            ClimbedBecause.valueOf(because.name())),
                    Set.copyOf(List.of(organisation(row), who.organisation())));
        }
        reach(row, step, who, because, now);
        if (first) {
            reaching.tellSystem(row, row.rungNo - 1, who.organisation(), now);
        }
    }

    /** Whoever must act stepped aside. */
    private void leaveAlone(ObligationRow row) {
        var ladder = row.obligation(policies).opening().ladder();
        reaching.stop(row, tellings.numbers(row.id, ladder.ofWhoeverMustAct()));
    }

    private void handedOn(ObligationRow row, Instant now) {
        leaveAlone(row);
        var who = lookup.who(row, HOLDER, now);
        outbox.announce(
                new ObligationHandedOnV1(
                        about(row),
                        row.id,
                        kind(row),
                        organisation(row),
                        DutyRole.valueOf(who.role().name())),
                Set.of(organisation(row)));
        reach(row, 0, who, Because.TIME, now);
    }

    private void reach(ObligationRow row, int step, Who who, Because because, Instant now) {
        var number = row.rungNo++;
        tellings.keep(
                row.id,
                number,
                new Tellings.Telling(
                        step, who.role(), who.organisation().value(), because, who.gap(), now));
        if (who.role() == Role.AUTHORITY) {
            row.authority = who.organisation().value();
        }
        reaching.tell(row, number, who, now);
    }

    private void closed(ObligationRow row, ObligationEnd end) {
        outbox.announce(
                new ObligationClosedV1(about(row), row.id, kind(row), organisation(row), end),
                Set.of(organisation(row)));
    }

    private static OrganisationCode organisation(ObligationRow row) {
        return new OrganisationCode(row.organisation);
    }

    private static About about(ObligationRow row) {
        return new About(row.transfer, row.unit == null ? null : new UnitCode(row.unit));
    }

    private static ObligationKind kind(ObligationRow row) {
        return ObligationKind.valueOf(row.kind.name());
    }
}
