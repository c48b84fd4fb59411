package vn.lienvien.notification.obligation;

import java.time.Instant;
import java.util.UUID;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.PlacementEvent.AutomationPausedV1;
import vn.lienvien.events.PlacementEvent.ConsultingStartedV1;
import vn.lienvien.events.PlacementEvent.OfferLapsedV1;
import vn.lienvien.events.PlacementEvent.OfferMadeV1;
import vn.lienvien.events.PlacementEvent.OfferNotNowV1;
import vn.lienvien.events.PlacementEvent.OfferOpenedV1;
import vn.lienvien.events.PlacementEvent.OfferReleasedV1;
import vn.lienvien.events.PlacementEvent.OfferRenewedV1;
import vn.lienvien.events.PlacementEvent.SeekingResumedV1;
import vn.lienvien.events.PlacementEvent.SlotConfirmedV1;
import vn.lienvien.events.PlacementEvent.SlotHeldV1;
import vn.lienvien.events.PlacementEvent.SlotOccupiedV1;
import vn.lienvien.events.PlacementEvent.SlotWithdrawnV1;
import vn.lienvien.events.PlacementEvent.TeamAskedV1;
import vn.lienvien.events.PlacementEvent.TeamsExhaustedV1;
import vn.lienvien.events.PlacementEvent.TransferWaitingV1;
import vn.lienvien.events.PlacementEvent.UnitMissingV1;
import vn.lienvien.events.UnitCode;

/**
 * Whom a placement event names, about which offer, and until when an answer is wanted.
 *
 * @param id null when it is about no single offer
 * @param organisation null when it names none
 * @param unit null when it names none
 * @param at null when it names no time
 * @param resumes until when its clock stands still; null when it names no such time
 * @param until null when it names no time
 */
record Offer(
        UUID id,
        OrganisationCode organisation,
        UnitCode unit,
        Instant at,
        Instant resumes,
        Instant until) {

    static final Offer NONE = new Offer(null, null, null, null, null, null);

    /** About something with an identity of its own that is no offer. */
    static Offer concern(UUID id) {
        return new Offer(id, null, null, null, null, null);
    }

    static Offer of(PlacementEvent event) {
        return switch (event) {
            case SlotHeldV1 e -> of(e.offer(), e.heldAt(), e.until());
            case OfferMadeV1 e -> of(e.offer(), e.madeAt(), e.until());
            case ConsultingStartedV1 e -> of(e.offer(), e.heldAt(), e.resumesAt(), e.until());
            case OfferRenewedV1 e -> of(e.offer(), e.heldAt(), e.until());
            case OfferOpenedV1 e -> of(e.offer(), null, null);
            case SlotConfirmedV1 e -> of(e.offer(), null, null);
            case OfferNotNowV1 e -> of(e.offer(), null, null);
            case OfferLapsedV1 e -> of(e.offer(), null, null);
            case OfferReleasedV1 e -> of(e.offer(), null, null);
            case SlotWithdrawnV1 e -> of(e.offer(), null, null);
            case TeamAskedV1 e -> new Offer(null, e.organisation(), null, null, null, e.answerBy());
            case SlotOccupiedV1 e ->
                    new Offer(null, e.unit().organisation(), e.unit().unit(), null, null, null);
            case UnitMissingV1 e -> new Offer(null, e.organisation(), null, null, null, null);
            case SeekingResumedV1 _,
                    TransferWaitingV1 _,
                    AutomationPausedV1 _,
                    TeamsExhaustedV1 _ ->
                    NONE;
        };
    }

    private static Offer of(OfferRef offer, Instant at, Instant until) {
        return of(offer, at, null, until);
    }

    private static Offer of(OfferRef offer, Instant at, Instant resumes, Instant until) {
        return new Offer(offer.offerId(), offer.organisation(), offer.unit(), at, resumes, until);
    }
}
