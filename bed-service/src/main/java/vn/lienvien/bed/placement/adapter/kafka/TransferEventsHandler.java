package vn.lienvien.bed.placement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import vn.lienvien.bed.placement.application.Asking;
import vn.lienvien.bed.placement.domain.SoughtBecause;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.events.Topic;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.events.TransferEvent.CircuitStoppedV1;
import vn.lienvien.events.TransferEvent.ClinicalAmendedV1;
import vn.lienvien.events.TransferEvent.FactContradictedV1;
import vn.lienvien.events.TransferEvent.GlassBrokenV1;
import vn.lienvien.events.TransferEvent.GlassJudgedV1;
import vn.lienvien.events.TransferEvent.OutcomeRecordedV1;
import vn.lienvien.events.TransferEvent.PatientArrivedV1;
import vn.lienvien.events.TransferEvent.PatientDepartedV1;
import vn.lienvien.events.TransferEvent.PatientHandedOverV1;
import vn.lienvien.events.TransferEvent.PatientStoppedV1;
import vn.lienvien.events.TransferEvent.PatientTurnedBackV1;
import vn.lienvien.events.TransferEvent.PlacementSoughtV1;
import vn.lienvien.events.TransferEvent.TeamAnsweredV1;
import vn.lienvien.events.TransferEvent.TeamMilestone;
import vn.lienvien.events.TransferEvent.TeamMovedV1;
import vn.lienvien.events.TransferEvent.TeamRequestedV1;
import vn.lienvien.events.TransferEvent.TransferEndedV1;
import vn.lienvien.events.TransferEvent.TransferReadyV1;
import vn.lienvien.events.TransferEvent.TransferRequestedV1;
import vn.lienvien.events.TransferEvent.UrgencyChangedV1;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.inbox.Subscription;

/** What transfer-service says, as far as it concerns the place. */
@ApplicationScoped
public class TransferEventsHandler implements EventHandler {

    private final Asking asking;

    public TransferEventsHandler(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Subscription subscription() {
        return new Subscription(
                "bed-service.placement",
                Set.of(Topic.TRANSFER),
                Set.of(
                        TransferRequestedV1.class,
                        PlacementSoughtV1.class,
                        UrgencyChangedV1.class,
                        TeamRequestedV1.class,
                        TeamAnsweredV1.class,
                        TeamMovedV1.class,
                        PatientArrivedV1.class,
                        PatientTurnedBackV1.class,
                        TransferEndedV1.class));
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.data() instanceof TransferEvent event) {
            apply(event, received.occurredAt());
        }
    }

    private void apply(TransferEvent event, Instant occurredAt) {
        var of = Contract.caseOf(event.transfer());
        switch (event) {
            case TransferRequestedV1 it ->
                    asking.seek(of, Contract.search(it.search()), occurredAt);
            case PlacementSoughtV1 it ->
                    asking.seekAnew(
                            of,
                            Contract.search(it.search()),
                            Contract.named(SoughtBecause.class, it.because()),
                            occurredAt);
            case UrgencyChangedV1 it -> asking.urgency(of, it.endorsed());
            case TeamRequestedV1 it ->
                    asking.teamRequested(of, Contract.organisation(it.organisation()));
            case TeamAnsweredV1 it ->
                    asking.teamAnswered(
                            of, Contract.organisation(it.organisation()), it.goes(), occurredAt);
            case TeamMovedV1 it ->
                    asking.teamAnswered(
                            of,
                            Contract.organisation(it.organisation()),
                            it.milestone() != TeamMilestone.STOOD_DOWN,
                            occurredAt);
            case PatientArrivedV1 it ->
                    asking.arrive(
                            of,
                            Contract.organisation(it.organisation()),
                            it.unit() == null ? null : new UnitId(it.unit().value()),
                            it.occurredAt());
            case PatientTurnedBackV1 it -> {
                // without the place, what is sought next comes as a search of its own
                if (it.keepsPlace()) {
                    asking.turnBack(of, it.occurredAt());
                }
            }
            case TransferEndedV1 it -> asking.end(of, it.occurredAt());
            case ClinicalAmendedV1 _,
                    TransferReadyV1 _,
                    PatientDepartedV1 _,
                    PatientStoppedV1 _,
                    PatientHandedOverV1 _,
                    OutcomeRecordedV1 _,
                    FactContradictedV1 _,
                    CircuitStoppedV1 _,
                    GlassBrokenV1 _,
                    GlassJudgedV1 _ -> {}
        }
    }
}
