package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.contact.Contacts;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.obligation.domain.Rung;
import vn.lienvien.notification.obligation.domain.Whose;
import vn.lienvien.notification.roster.OnDuty;
import vn.lienvien.notification.roster.domain.DutyLine;

/** From a rung to the people it means: whoever is on duty there now by the roster. */
@ApplicationScoped
class Lookup {

    private final OnDuty onDuty;
    private final Contacts contacts;
    private final Policies policies;
    private final NotificationConfig config;

    Lookup(OnDuty onDuty, Contacts contacts, Policies policies, NotificationConfig config) {
        this.onDuty = onDuty;
        this.contacts = contacts;
        this.policies = policies;
        this.config = config;
    }

    Who who(ObligationRow row, Rung rung, Instant at) {
        return rung.tells() == null
                ? holder(row, at)
                : at(row, organisation(row, rung.whose()), rung.tells(), at);
    }

    /** Whoever must act: the colleague it was handed to, while on duty, else the role. */
    Who holder(ObligationRow row, Instant at) {
        var role = row.handedRole == null ? row.role : row.handedRole;
        var found = at(row, new OrganisationCode(row.organisation), role, at);
        var colleague =
                found.people().stream()
                        .filter(each -> row.handedTo != null && row.handedTo.equals(each.user()))
                        .toList();
        return colleague.isEmpty()
                ? found
                : new Who(role, found.organisation(), colleague, false, found.contact());
    }

    Who at(ObligationRow row, OrganisationCode organisation, Role role, Instant at) {
        var unit =
                row.dutyUnit != null && organisation.value().equals(row.organisation)
                        ? new UnitCode(row.dutyUnit)
                        : null;
        var line = line(role).map(each -> onDuty.line(organisation, unit, each, at));
        return new Who(
                role,
                organisation,
                line.map(OnDuty.Line::people).orElse(List.of()),
                line.map(OnDuty.Line::gap).orElse(false),
                contacts.of(organisation.value(), role.name()).orElse(null));
    }

    /** Empty for whoever stands in no roster, such as the head of a unit. */
    private static Optional<DutyLine> line(Role role) {
        return switch (role) {
            case DOCTOR, REFERRER -> Optional.of(DutyLine.DOCTOR);
            case NURSE -> Optional.of(DutyLine.NURSE);
            case TEAM -> Optional.of(DutyLine.ECMO_OPERATOR);
            case LEADER, COORDINATOR, AUTHORITY -> Optional.of(DutyLine.LEADER);
            case HEAD_OF_UNIT -> Optional.empty();
        };
    }

    private OrganisationCode organisation(ObligationRow row, Whose whose) {
        var named = new OrganisationCode(row.organisation);
        var hospital = row.origin == null ? named : new OrganisationCode(row.origin);
        return switch (whose) {
            case NAMED -> named;
            case ORIGIN -> hospital;
            case COORDINATOR -> config.coordination().officeFor(hospital);
            case AUTHORITY ->
                    policies.authorityOver(row.organisation)
                            .or(() -> policies.authorityOver(hospital.value()))
                            .map(OrganisationCode::new)
                            .orElseGet(() -> config.coordination().officeFor(hospital));
        };
    }
}
