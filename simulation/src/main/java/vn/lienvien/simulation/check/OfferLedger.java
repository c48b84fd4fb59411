package vn.lienvien.simulation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.simulation.Invariant;
import vn.lienvien.simulation.Violated;
import vn.lienvien.simulation.kernel.Story;
import vn.lienvien.simulation.kernel.VirtualClock;

/** I8, from what was announced alone: an offer is confirmed only while it stands. */
final class OfferLedger {

    private final VirtualClock clock;
    private final Story story;
    private final Map<UUID, Entry> offers = new HashMap<>();

    /**
     * @param until null when it does not lapse
     * @param held a slot is kept for it
     * @param over why it no longer stands; null while it does
     */
    record Entry(Instant askedAt, Instant until, boolean held, String over) {}

    OfferLedger(VirtualClock clock, Story story) {
        this.clock = clock;
        this.story = story;
    }

    void said(ContractEvent event) {
        if (!(event instanceof PlacementEvent placement)) {
            return;
        }
        switch (placement) {
            case PlacementEvent.SlotHeldV1 it -> asked(it.offer(), it.until(), true);
            case PlacementEvent.OfferMadeV1 it -> asked(it.offer(), it.until(), false);
            case PlacementEvent.ConsultingStartedV1 it -> moved(it.offer(), it.until());
            case PlacementEvent.OfferRenewedV1 it -> moved(it.offer(), it.until());
            case PlacementEvent.SlotConfirmedV1 it -> confirmed(it);
            case PlacementEvent.OfferNotNowV1 it -> over(it.offer(), "declined");
            case PlacementEvent.OfferLapsedV1 it -> over(it.offer(), "lapsed");
            case PlacementEvent.OfferReleasedV1 it -> over(it.offer(), "released");
            case PlacementEvent.SlotWithdrawnV1 it -> over(it.offer(), "withdrawn");
            case PlacementEvent.OfferOpenedV1 _,
                    PlacementEvent.SlotOccupiedV1 _,
                    PlacementEvent.SeekingResumedV1 _,
                    PlacementEvent.TransferWaitingV1 _,
                    PlacementEvent.AutomationPausedV1 _,
                    PlacementEvent.TeamAskedV1 _,
                    PlacementEvent.TeamsExhaustedV1 _,
                    PlacementEvent.UnitMissingV1 _ -> {}
        }
    }

    boolean held(UUID offer) {
        return offers.get(offer).held();
    }

    void mustBeYoung(Offer offer, Duration atMost) {
        var entry = offers.get(offer.id().value());
        if (entry.askedAt().plus(atMost).isBefore(clock.now())) {
            throw new Violated(
                    Invariant.I7, null, "offer " + offer.id() + " stands since " + entry.askedAt());
        }
    }

    private void asked(OfferRef offer, Instant until, boolean held) {
        offers.put(offer.offerId(), new Entry(clock.now(), until, held, null));
        story.name(offer.offerId(), offers.size() + "");
    }

    private void moved(OfferRef offer, Instant until) {
        var entry = offers.get(offer.offerId());
        offers.put(
                offer.offerId(),
                new Entry(
                        entry.askedAt().isBefore(clock.now()) ? clock.now() : entry.askedAt(),
                        until,
                        entry.held(),
                        entry.over()));
    }

    private void over(OfferRef offer, String why) {
        var entry = offers.get(offer.offerId());
        offers.put(offer.offerId(), new Entry(entry.askedAt(), entry.until(), entry.held(), why));
    }

    private void confirmed(PlacementEvent.SlotConfirmedV1 it) {
        var entry = offers.get(it.offer().offerId());
        boolean lapsed = entry.until() != null && !clock.now().isBefore(entry.until());
        if (entry.over() != null || lapsed) {
            throw new Violated(
                    Invariant.I8,
                    story.named(it.transfer().transferId()),
                    "offer "
                            + story.named(it.offer().offerId())
                            + " was confirmed although "
                            + (entry.over() == null ? "over at " + entry.until() : entry.over()));
        }
    }
}
