package vn.lienvien.transfer.journey.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.events.UnitRef;
import vn.lienvien.kit.outbox.Outbox;
import vn.lienvien.transfer.journey.application.Announcing;
import vn.lienvien.transfer.journey.domain.JourneyEvent;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Transfer;

/** Our events in the words of the contract, into the outbox. */
@ApplicationScoped
public class KafkaAnnouncing implements Announcing {

    private final Outbox outbox;

    public KafkaAnnouncing(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(
            Transfer transfer,
            List<JourneyEvent> events,
            Collection<Organisation> audience,
            Instant occurredAt) {
        var codes = audience.stream().map(Wire::code).toList();
        events.forEach(event -> outbox.announce(contract(transfer, event), codes, occurredAt));
    }

    static TransferEvent contract(Transfer transfer, JourneyEvent event) {
        var ref = Wire.ref(transfer);
        return switch (event) {
            case JourneyEvent.Requested(var at) ->
                    new TransferEvent.TransferRequestedV1(ref, Wire.search(transfer), at);
            case JourneyEvent.PlacementSought(var because) ->
                    new TransferEvent.PlacementSoughtV1(
                            ref,
                            Wire.search(transfer),
                            Wire.same(TransferEvent.SoughtBecause.class, because));
            case JourneyEvent.UrgencyChanged(var endorsed) ->
                    new TransferEvent.UrgencyChangedV1(ref, endorsed);
            case JourneyEvent.ClinicalAmended(var version) ->
                    new TransferEvent.ClinicalAmendedV1(ref, version, expected(transfer));
            case JourneyEvent.TeamRequested(var one) ->
                    new TransferEvent.TeamRequestedV1(ref, Wire.code(one));
            case JourneyEvent.TeamAnswered(var one, var goes) ->
                    new TransferEvent.TeamAnsweredV1(ref, Wire.code(one), goes);
            case JourneyEvent.TeamMoved(var one, var to, var at) ->
                    new TransferEvent.TeamMovedV1(
                            ref,
                            Wire.code(one),
                            Wire.same(TransferEvent.TeamMilestone.class, to),
                            at);
            case JourneyEvent.BecameReady(var overridden) ->
                    new TransferEvent.TransferReadyV1(ref, overridden);
            case JourneyEvent.PatientDeparted(var gatePassed, var accepted, var at) ->
                    new TransferEvent.PatientDepartedV1(
                            ref, gatePassed, accepted, expected(transfer), at);
            case JourneyEvent.PatientTurnedBack(var keepsPlace, var at) ->
                    new TransferEvent.PatientTurnedBackV1(ref, keepsPlace, at);
            case JourneyEvent.PatientStopped(var where, var at) ->
                    new TransferEvent.PatientStoppedV1(ref, Wire.code(where), at);
            case JourneyEvent.PatientArrived(var where, var unit, var at) ->
                    new TransferEvent.PatientArrivedV1(ref, Wire.code(where), Wire.code(unit), at);
            case JourneyEvent.PatientHandedOver(var to, var at) ->
                    new TransferEvent.PatientHandedOverV1(ref, Wire.code(to), at);
            case JourneyEvent.OutcomeRecorded(var outcome, var at) ->
                    new TransferEvent.OutcomeRecordedV1(
                            ref, Wire.same(TransferEvent.Outcome.class, outcome), at);
            case JourneyEvent.TransferEnded(var kind, var at) ->
                    new TransferEvent.TransferEndedV1(
                            ref, Wire.same(TransferEvent.EndKind.class, kind), at);
            case JourneyEvent.GlassBroken(var opening, var by, var because, var _, var until) ->
                    new TransferEvent.GlassBrokenV1(
                            ref,
                            opening,
                            Wire.code(by),
                            Wire.same(TransferEvent.BrokenBecause.class, because),
                            until);
            case JourneyEvent.GlassJudged(var opening, var by, var justified) ->
                    new TransferEvent.GlassJudgedV1(ref, opening, Wire.code(by), justified);
            case JourneyEvent.CircuitStopped _ -> new TransferEvent.CircuitStoppedV1(ref);
            case JourneyEvent.FactContradicted(var contradiction) ->
                    new TransferEvent.FactContradictedV1(
                            ref, Wire.same(TransferEvent.Contradiction.class, contradiction));
        };
    }

    /** The unit that has said yes; null while none has. */
    private static UnitRef expected(Transfer transfer) {
        return transfer.state().confirmed().map(Wire::unit).orElse(null);
    }
}
