package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import vn.lienvien.events.About;
import vn.lienvien.events.AlertEvent;
import vn.lienvien.events.CapacityEvent;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.ServiceEvent;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.roster.domain.Place;

/** Which office coordinates what an event is about. */
@ApplicationScoped
class Offices {

    private static final String ORIGIN =
            "select organisation from relation where transfer_id = ? and role = 'ORIGIN' limit 1";

    private final NotificationConfig.Coordination offices;
    private final Sql sql;

    Offices(NotificationConfig config, Sql sql) {
        this.offices = config.coordination();
        this.sql = sql;
    }

    OrganisationCode of(ContractEvent event) {
        return switch (event) {
            case TransferEvent e -> offices.officeFor(e.transfer().origin());
            case PlacementEvent e -> offices.officeFor(e.transfer().origin());
            case CapacityEvent e -> offices.officeFor(e.unit().organisation());
            case ServiceEvent e ->
                    hospital(e.about()).map(offices::officeFor).orElseGet(offices::anywhere);
            case AlertEvent _ -> throw new IllegalArgumentException("alerts are our own");
        };
    }

    /** Nothing yet of a transfer whose first event is the one that stands still. */
    private Optional<OrganisationCode> hospital(About about) {
        return about.unit() == null
                ? sql.first(
                        ORIGIN, row -> new OrganisationCode(row.getString(1)), about.transferId())
                : Optional.of(new OrganisationCode(Place.of(about.unit().value()).organisation()));
    }
}
