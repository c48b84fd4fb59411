package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.lienvien.events.CapacityEvent.CapacityReportedV1;
import vn.lienvien.events.CapacityEvent.StillTrueAskedV1;
import vn.lienvien.events.CapacityEvent.UnitDeactivatedV1;
import vn.lienvien.events.CapacityEvent.UnitDoubtedV1;
import vn.lienvien.events.CapacityEvent.UnitTrustedV1;
import vn.lienvien.events.PlacementEvent.AutomationPausedV1;
import vn.lienvien.events.PlacementEvent.ConsultingStartedV1;
import vn.lienvien.events.PlacementEvent.OfferLapsedV1;
import vn.lienvien.events.PlacementEvent.OfferMadeV1;
import vn.lienvien.events.PlacementEvent.OfferNotNowV1;
import vn.lienvien.events.PlacementEvent.OfferReleasedV1;
import vn.lienvien.events.PlacementEvent.OfferRenewedV1;
import vn.lienvien.events.PlacementEvent.SlotConfirmedV1;
import vn.lienvien.events.PlacementEvent.SlotHeldV1;
import vn.lienvien.events.PlacementEvent.SlotOccupiedV1;
import vn.lienvien.events.PlacementEvent.SlotWithdrawnV1;
import vn.lienvien.events.PlacementEvent.TeamAskedV1;
import vn.lienvien.events.PlacementEvent.TeamsExhaustedV1;
import vn.lienvien.events.PlacementEvent.TransferWaitingV1;
import vn.lienvien.events.PlacementEvent.UnitMissingV1;
import vn.lienvien.events.ServiceEvent.KeyFreedV1;
import vn.lienvien.events.ServiceEvent.KeyParkedV1;
import vn.lienvien.events.Topic;
import vn.lienvien.events.TransferEvent.CircuitStoppedV1;
import vn.lienvien.events.TransferEvent.ClinicalAmendedV1;
import vn.lienvien.events.TransferEvent.FactContradictedV1;
import vn.lienvien.events.TransferEvent.GlassBrokenV1;
import vn.lienvien.events.TransferEvent.GlassJudgedV1;
import vn.lienvien.events.TransferEvent.PatientArrivedV1;
import vn.lienvien.events.TransferEvent.PatientDepartedV1;
import vn.lienvien.events.TransferEvent.PatientHandedOverV1;
import vn.lienvien.events.TransferEvent.PatientStoppedV1;
import vn.lienvien.events.TransferEvent.PatientTurnedBackV1;
import vn.lienvien.events.TransferEvent.PlacementSoughtV1;
import vn.lienvien.events.TransferEvent.TeamAnsweredV1;
import vn.lienvien.events.TransferEvent.TeamMovedV1;
import vn.lienvien.events.TransferEvent.TeamRequestedV1;
import vn.lienvien.events.TransferEvent.TransferEndedV1;
import vn.lienvien.events.TransferEvent.TransferRequestedV1;
import vn.lienvien.events.TransferEvent.UrgencyChangedV1;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.inbox.Subscription;
import vn.lienvien.notification.relation.RelationProjection;

/** Reads the three topics: who may see what, and who must know what. */
@ApplicationScoped
public class PeopleHandler implements EventHandler {

    private final RelationProjection relations;
    private final CaseNeeds needs;
    private final CaseFiles files;
    private final Offices offices;

    public PeopleHandler(
            RelationProjection relations, CaseNeeds needs, CaseFiles files, Offices offices) {
        this.relations = relations;
        this.needs = needs;
        this.files = files;
        this.offices = offices;
    }

    @Override
    public Subscription subscription() {
        return new Subscription(
                "notification-service.people",
                Set.of(Topic.TRANSFER, Topic.PLACEMENT, Topic.CAPACITY),
                Set.of(
                        TransferRequestedV1.class,
                        PlacementSoughtV1.class,
                        UrgencyChangedV1.class,
                        ClinicalAmendedV1.class,
                        TeamRequestedV1.class,
                        TeamAnsweredV1.class,
                        TeamMovedV1.class,
                        PatientDepartedV1.class,
                        PatientTurnedBackV1.class,
                        PatientStoppedV1.class,
                        PatientArrivedV1.class,
                        PatientHandedOverV1.class,
                        TransferEndedV1.class,
                        FactContradictedV1.class,
                        CircuitStoppedV1.class,
                        GlassBrokenV1.class,
                        GlassJudgedV1.class,
                        SlotHeldV1.class,
                        OfferMadeV1.class,
                        ConsultingStartedV1.class,
                        OfferRenewedV1.class,
                        SlotConfirmedV1.class,
                        OfferNotNowV1.class,
                        OfferLapsedV1.class,
                        OfferReleasedV1.class,
                        SlotWithdrawnV1.class,
                        TransferWaitingV1.class,
                        AutomationPausedV1.class,
                        TeamAskedV1.class,
                        TeamsExhaustedV1.class,
                        SlotOccupiedV1.class,
                        UnitMissingV1.class,
                        CapacityReportedV1.class,
                        StillTrueAskedV1.class,
                        UnitDoubtedV1.class,
                        UnitTrustedV1.class,
                        UnitDeactivatedV1.class,
                        KeyParkedV1.class,
                        KeyFreedV1.class));
    }

    @Override
    public void on(ReceivedEvent received) {
        relations.apply(received);
        needs.apply(received.data());
        files.apply(
                Happenings.of(received.data(), offices.of(received.data())), received.occurredAt());
    }
}
