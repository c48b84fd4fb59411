package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import vn.lienvien.events.About;
import vn.lienvien.events.AlertEvent.ClimbedBecause;
import vn.lienvien.events.AlertEvent.DutyRole;
import vn.lienvien.events.AlertEvent.ObligationClimbedV1;
import vn.lienvien.events.AlertEvent.ObligationClosedV1;
import vn.lienvien.events.AlertEvent.ObligationEnd;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.AlertEvent.ObligationOpenedV1;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.outbox.Outbox;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.obligation.domain.ObligationEvent;
import vn.lienvien.notification.obligation.domain.ObligationEvent.AlarmStands;
import vn.lienvien.notification.obligation.domain.ObligationEvent.HasEnded;
import vn.lienvien.notification.obligation.domain.ObligationEvent.Told;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.obligation.domain.Rung;
import vn.lienvien.notification.obligation.domain.Whose;

/** Tells the outside what became of an obligation: the alert topic, and whoever a rung names. */
@ApplicationScoped
class Announcing {

    private final Outbox outbox;
    private final Reaching reaching;
    private final NotificationConfig config;

    Announcing(Outbox outbox, Reaching reaching, NotificationConfig config) {
        this.outbox = outbox;
        this.reaching = reaching;
        this.config = config;
    }

    void opened(ObligationRow row, List<ObligationEvent> events) {
        var organisation = new OrganisationCode(row.organisation);
        outbox.announce(
                new ObligationOpenedV1(
                        about(row),
                        row.id,
                        kind(row),
                        organisation,
                        DutyRole.valueOf(row.role.name()),
                        row.urgency == null ? null : Urgency.valueOf(row.urgency.name()),
                        row.dueAt),
                Set.of(organisation));
        changed(row, events);
    }

    void changed(ObligationRow row, List<ObligationEvent> events) {
        for (var event : events) {
            switch (event) {
                case Told(var step, var rung) when step == 0 -> tell(row, step, rung);
                case Told(var step, var rung) -> climbed(row, step, rung);
                case AlarmStands(var step, var rung) -> {
                    climbed(row, step, rung);
                    closed(row, ObligationEnd.STANDING_ALARM);
                }
                case HasEnded(var end) -> {
                    reaching.stop(row);
                    closed(row, ObligationEnd.valueOf(end.name()));
                }
            }
        }
    }

    private void climbed(ObligationRow row, int step, Rung rung) {
        var organisation = new OrganisationCode(row.organisation);
        outbox.announce(
                new ObligationClimbedV1(
                        about(row),
                        row.id,
                        kind(row),
                        organisation,
                        step,
                        DutyRole.valueOf(role(row, rung).name()),
                        ClimbedBecause.TIME),
                List.of(organisation, told(row, rung)));
        tell(row, step, rung);
    }

    private void closed(ObligationRow row, ObligationEnd end) {
        var organisation = new OrganisationCode(row.organisation);
        outbox.announce(
                new ObligationClosedV1(about(row), row.id, kind(row), organisation, end),
                Set.of(organisation));
    }

    private void tell(ObligationRow row, int step, Rung rung) {
        reaching.tell(row, step, told(row, rung), role(row, rung));
    }

    private static Role role(ObligationRow row, Rung rung) {
        return rung.tells() == null ? row.role : rung.tells();
    }

    private OrganisationCode told(ObligationRow row, Rung rung) {
        var named = new OrganisationCode(row.organisation);
        if (rung.tells() == null || rung.whose() == Whose.NAMED) {
            return named;
        }
        var hospital = row.origin == null ? named : new OrganisationCode(row.origin);
        return rung.whose() == Whose.ORIGIN ? hospital : config.coordination().officeFor(hospital);
    }

    private static About about(ObligationRow row) {
        return new About(row.transfer, row.unit == null ? null : new UnitCode(row.unit));
    }

    private static ObligationKind kind(ObligationRow row) {
        return ObligationKind.valueOf(row.kind.name());
    }
}
