package vn.lienvien.notification.obligation;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienvien.events.AlertEvent;
import vn.lienvien.events.CapacityEvent;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EventType;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.ServiceEvent;
import vn.lienvien.events.Topic;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.events.TransferEvent.ClinicalAmendedV1;
import vn.lienvien.events.TransferEvent.GlassBrokenV1;
import vn.lienvien.events.TransferEvent.GlassJudgedV1;
import vn.lienvien.events.TransferEvent.PatientArrivedV1;
import vn.lienvien.events.TransferEvent.PatientDepartedV1;
import vn.lienvien.events.TransferEvent.PatientStoppedV1;
import vn.lienvien.events.TransferEvent.PatientTurnedBackV1;
import vn.lienvien.events.TransferEvent.PlacementSoughtV1;
import vn.lienvien.events.TransferEvent.TeamAnsweredV1;
import vn.lienvien.events.TransferEvent.TeamMovedV1;
import vn.lienvien.events.TransferEvent.TeamRequestedV1;
import vn.lienvien.events.TransferEvent.TransferRequestedV1;
import vn.lienvien.events.TransferEvent.UrgencyChangedV1;
import vn.lienvien.events.TransferRef;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.notification.obligation.domain.Happening;
import vn.lienvien.notification.obligation.domain.Source;
import vn.lienvien.notification.obligation.domain.Subject;

/** Says of an event of the wire what policies may know of it: its names and whom it concerns. */
public final class Happenings {

    private Happenings() {}

    /**
     * @param coordinator the office that coordinates for the event's hospital
     */
    public static Happening of(ContractEvent event, OrganisationCode coordinator) {
        return switch (event) {
            case TransferEvent e -> transfer(e, coordinator);
            case PlacementEvent e -> placement(e, coordinator);
            case CapacityEvent e -> capacity(e, coordinator);
            case ServiceEvent e -> service(e, coordinator);
            case AlertEvent _ -> throw new IllegalArgumentException("alerts are our own");
        };
    }

    private static Happening transfer(TransferEvent event, OrganisationCode coordinator) {
        var named =
                switch (event) {
                    case TeamRequestedV1 e -> e.organisation();
                    case TeamAnsweredV1 e -> e.organisation();
                    case TeamMovedV1 e -> e.organisation();
                    case PatientStoppedV1 e -> e.organisation();
                    case PatientArrivedV1 e -> e.organisation();
                    case GlassBrokenV1 e -> e.organisation();
                    case GlassJudgedV1 e -> e.organisation();
                    case PatientDepartedV1 e when e.destination() != null ->
                            e.destination().organisation();
                    case ClinicalAmendedV1 e when e.accepted() != null ->
                            e.accepted().organisation();
                    default -> null;
                };
        var unit =
                switch (event) {
                    case PatientArrivedV1 e -> e.unit();
                    case PatientDepartedV1 e when e.destination() != null -> e.destination().unit();
                    case ClinicalAmendedV1 e when e.accepted() != null -> e.accepted().unit();
                    default -> null;
                };
        return about(
                event.transfer(), event, traits(event), named, unit, coordinator, concern(event));
    }

    /** Each time that a glass is broken is looked at by itself, as each offer is. */
    private static Offer concern(TransferEvent event) {
        return switch (event) {
            case GlassBrokenV1 e -> Offer.concern(e.openingId());
            case GlassJudgedV1 e -> Offer.concern(e.openingId());
            default -> Offer.NONE;
        };
    }

    private static Stream<String> traits(TransferEvent event) {
        return switch (event) {
            case TransferRequestedV1 e -> endorsement(e.search().endorsed(), e.transfer());
            case UrgencyChangedV1 e ->
                    Stream.concat(
                            endorsement(e.endorsed(), e.transfer()),
                            Stream.of(e.transfer().urgency().name()));
            case PlacementSoughtV1 e -> Stream.of(words(e.because()));
            case TeamAnsweredV1 e -> Stream.of(e.goes() ? "goes" : "cannot");
            case TeamMovedV1 e -> Stream.of(words(e.milestone()));
            case PatientDepartedV1 e ->
                    Stream.of(
                            e.gatePassed() ? "gate-passed" : "gate-missed",
                            e.accepted() ? "accepted" : "unaccepted");
            case ClinicalAmendedV1 e -> Stream.of(e.accepted() == null ? "open" : "accepted");
            case PatientTurnedBackV1 e ->
                    Stream.of(e.keepsPlace() ? "place-kept" : "place-given-up");
            default -> Stream.empty();
        };
    }

    /** Only U0 and U1 want a second doctor. */
    private static Stream<String> endorsement(boolean endorsed, TransferRef transfer) {
        var urgent = transfer.urgency() == Urgency.U0 || transfer.urgency() == Urgency.U1;
        return urgent ? Stream.of(endorsed ? "endorsed" : "unendorsed") : Stream.empty();
    }

    private static Happening placement(PlacementEvent event, OrganisationCode coordinator) {
        var offer = Offer.of(event);
        return about(
                event.transfer(),
                event,
                Stream.empty(),
                offer.organisation(),
                offer.unit(),
                coordinator,
                offer);
    }

    private static Happening capacity(CapacityEvent event, OrganisationCode coordinator) {
        return new Happening(
                Subject.unit(event.unit().unit().value()),
                names(event, Stream.empty()),
                Source.CAPACITY,
                0,
                null,
                null,
                null,
                null,
                event.unit().organisation().value(),
                event.unit().unit().value(),
                coordinator.value(),
                null,
                null,
                null,
                null);
    }

    /**
     * Each service's own topic is a source of its own: what one says, the other cannot take back.
     */
    private static Happening service(ServiceEvent event, OrganisationCode coordinator) {
        var about = event.about();
        return new Happening(
                about.unit() == null
                        ? Subject.transfer(about.transferId())
                        : Subject.unit(about.unit().value()),
                names(event, Stream.empty()),
                event.topic() == Topic.ALERT
                        ? Source.SERVICE
                        : Source.valueOf(event.topic().name()),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                coordinator.value(),
                null,
                null,
                null,
                null);
    }

    private static Happening about(
            TransferRef transfer,
            ContractEvent event,
            Stream<String> traits,
            OrganisationCode named,
            UnitCode unit,
            OrganisationCode coordinator,
            Offer offer) {
        var urgency =
                vn.lienvien.notification.obligation.domain.Urgency.valueOf(
                        transfer.urgency().name());
        return new Happening(
                Subject.transfer(transfer.transferId()),
                names(event, traits),
                Source.valueOf(event.topic().name()),
                transfer.attempt(),
                transfer.caseCode().value(),
                urgency,
                urgency,
                transfer.origin().value(),
                named == null ? null : named.value(),
                unit == null ? null : unit.value(),
                coordinator.value(),
                offer.id(),
                offer.at(),
                offer.resumes(),
                offer.until());
    }

    private static Set<String> names(ContractEvent event, Stream<String> traits) {
        var name = event.getClass().getAnnotation(EventType.class).value();
        return Stream.concat(Stream.of(name), traits.map(trait -> name + "/" + trait))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
