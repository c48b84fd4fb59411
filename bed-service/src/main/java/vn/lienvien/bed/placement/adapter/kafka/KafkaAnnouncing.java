package vn.lienvien.bed.placement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.application.Announcing;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.Happened;
import vn.lienvien.bed.placement.domain.PausedBecause;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.ReleasedBecause;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.events.CapacityEvent.DoubtReason;
import vn.lienvien.events.CapacityEvent.StillTrueAskedV1;
import vn.lienvien.events.CapacityEvent.UnitDoubtedV1;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.TransferRef;
import vn.lienvien.kit.outbox.Outbox;

/** Decisions as contract records, stored with the decision and sent by the relay. */
@ApplicationScoped
public class KafkaAnnouncing implements Announcing {

    private final Outbox outbox;

    public KafkaAnnouncing(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(Placement placement, List<Happened> events, Instant occurredAt) {
        var transfer = Contract.ref(placement.of());
        for (var event : events) {
            said(transfer, event)
                    .ifPresent(it -> outbox.announce(it, audience(transfer, it), occurredAt));
        }
    }

    @Override
    public void doubted(Ward ward) {
        var unit = Contract.ref(ward);
        outbox.announce(
                new UnitDoubtedV1(unit, DoubtReason.CAPACITY_NOT_NOW), Set.of(unit.organisation()));
    }

    @Override
    public void stillTrueAsked(Ward ward, Instant reportedAt, Instant askedAt) {
        var unit = Contract.ref(ward);
        outbox.announce(
                new StillTrueAskedV1(unit, reportedAt, askedAt), Set.of(unit.organisation()));
    }

    /** Empty for what concerns nobody outside. */
    private static Optional<PlacementEvent> said(TransferRef of, Happened event) {
        return Optional.ofNullable(
                switch (event) {
                    case Happened.SlotHeld(var it, var until) ->
                            new PlacementEvent.SlotHeldV1(of, ref(it), it.heldAt(), until);
                    case Happened.OfferMade(var it, var until) ->
                            new PlacementEvent.OfferMadeV1(of, ref(it), it.heldAt(), until);
                    case Happened.OfferOpened(var it, var at) ->
                            new PlacementEvent.OfferOpenedV1(of, ref(it), at);
                    case Happened.ConsultingStarted(var it, var at, var resumes, var until) ->
                            new PlacementEvent.ConsultingStartedV1(of, ref(it), at, resumes, until);
                    case Happened.OfferRenewed(var it, var at, var until) ->
                            new PlacementEvent.OfferRenewedV1(of, ref(it), at, until);
                    case Happened.SlotConfirmed(var it, var extra, var override) ->
                            new PlacementEvent.SlotConfirmedV1(of, ref(it), extra, override);
                    case Happened.OfferNotNow(var it, var answer) -> notNow(of, it, answer);
                    case Happened.OfferLapsed(var it, var opened) ->
                            new PlacementEvent.OfferLapsedV1(of, ref(it), opened);
                    case Happened.OfferReleased(var it, var because) -> released(of, it, because);
                    case Happened.SlotWithdrawn(var it, var because) ->
                            new PlacementEvent.SlotWithdrawnV1(
                                    of,
                                    ref(it),
                                    Contract.named(PlacementEvent.WithdrawnBecause.class, because));
                    case Happened.SlotOccupied(var ward, var slot, var extra) ->
                            new PlacementEvent.SlotOccupiedV1(
                                    of, Contract.ref(ward), slot.value(), extra);
                    case Happened.SeekingResumed() -> new PlacementEvent.SeekingResumedV1(of);
                    case Happened.WaitingStarted(var position) ->
                            new PlacementEvent.TransferWaitingV1(of, position);
                    case Happened.AutomationPaused(var because) -> paused(of, because);
                    case Happened.UnitMissing(var organisation) ->
                            new PlacementEvent.UnitMissingV1(of, Contract.code(organisation));
                    case Happened.TeamAsked(var team, var number, var answerBy) ->
                            new PlacementEvent.TeamAskedV1(
                                    of, Contract.code(team), number, answerBy);
                    case Happened.TeamsExhausted(var asked) ->
                            new PlacementEvent.TeamsExhaustedV1(of, asked);
                    case Happened.PatientStays _,
                            Happened.BedLeft _,
                            Happened.BedKept _,
                            Happened.TeamRequested _ ->
                            null;
                });
    }

    private static PlacementEvent notNow(TransferRef of, Asked asked, Happened.NotNow answer) {
        return new PlacementEvent.OfferNotNowV1(
                of,
                ref(asked),
                Contract.named(PlacementEvent.NotNowReason.class, answer.reason()),
                answer.askInstead().stream().map(Contract::code).toList(),
                answer.readyToConsult());
    }

    /** The patient came before the answer: said by the bed being occupied. */
    private static PlacementEvent released(TransferRef of, Asked asked, ReleasedBecause because) {
        return because == ReleasedBecause.ARRIVED_UNCONFIRMED
                ? null
                : new PlacementEvent.OfferReleasedV1(
                        of,
                        ref(asked),
                        Contract.named(PlacementEvent.ReleasedBecause.class, because));
    }

    private static PlacementEvent paused(TransferRef of, PausedBecause because) {
        return new PlacementEvent.AutomationPausedV1(
                of,
                because == PausedBecause.UNIT_MISSING
                        ? PlacementEvent.PausedBecause.ASKED_UNIT_NOT_NOW
                        : Contract.named(PlacementEvent.PausedBecause.class, because));
    }

    /** The sender, and the unit or team the event is about. */
    private static Set<OrganisationCode> audience(TransferRef transfer, PlacementEvent event) {
        var entitled = new HashSet<>(Set.of(transfer.origin()));
        switch (event) {
            case PlacementEvent.SlotHeldV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.OfferMadeV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.OfferOpenedV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.ConsultingStartedV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.OfferRenewedV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.SlotConfirmedV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.OfferNotNowV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.OfferLapsedV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.OfferReleasedV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.SlotWithdrawnV1 it -> entitled.add(it.offer().organisation());
            case PlacementEvent.SlotOccupiedV1 it -> entitled.add(it.unit().organisation());
            case PlacementEvent.TeamAskedV1 it -> entitled.add(it.organisation());
            case PlacementEvent.SeekingResumedV1 _,
                    PlacementEvent.TransferWaitingV1 _,
                    PlacementEvent.AutomationPausedV1 _,
                    PlacementEvent.TeamsExhaustedV1 _,
                    PlacementEvent.UnitMissingV1 _ -> {}
        }
        return entitled;
    }

    private static OfferRef ref(Asked asked) {
        return Contract.ref(asked);
    }
}
