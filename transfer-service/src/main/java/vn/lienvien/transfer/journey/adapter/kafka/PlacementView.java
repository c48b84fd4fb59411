package vn.lienvien.transfer.journey.adapter.kafka;

import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.PlacementEvent.ReleasedBecause;
import vn.lienvien.transfer.journey.domain.Automation;
import vn.lienvien.transfer.journey.domain.PlacementNews;
import vn.lienvien.transfer.journey.domain.PlacementNews.Released.Then;
import vn.lienvien.transfer.journey.domain.Unit;

/** What bed-service announced, in our words. */
public final class PlacementView {

    private PlacementView() {}

    public static PlacementNews of(PlacementEvent event) {
        return switch (event) {
            case PlacementEvent.SlotHeldV1(var _, var offer, var _, var until) ->
                    new PlacementNews.Offered(Wire.offer(offer, until, false));
            case PlacementEvent.OfferMadeV1(var _, var offer, var _, var until) ->
                    new PlacementNews.Offered(Wire.offer(offer, until, false));
            case PlacementEvent.OfferOpenedV1(var _, var offer, var _) ->
                    new PlacementNews.Opened(Wire.offer(offer, null, false));
            case PlacementEvent.ConsultingStartedV1(var _, var offer, var _, var _, var until) ->
                    new PlacementNews.ConsultingStarted(Wire.offer(offer, until, true));
            case PlacementEvent.OfferRenewedV1(var _, var offer, var _, var until) ->
                    new PlacementNews.Renewed(Wire.offer(offer, until, false));
            case PlacementEvent.SlotConfirmedV1(var _, var offer, var _, var _) ->
                    new PlacementNews.Confirmed(Wire.offer(offer, null, false));
            case PlacementEvent.OfferNotNowV1 notNow ->
                    new PlacementNews.NotNow(Wire.offer(notNow.offer(), null, false));
            case PlacementEvent.OfferLapsedV1(var _, var offer, var _) ->
                    new PlacementNews.Lapsed(Wire.offer(offer, null, false));
            case PlacementEvent.OfferReleasedV1(var _, var offer, var because) ->
                    new PlacementNews.Released(Wire.offer(offer, null, false), then(because));
            case PlacementEvent.SlotWithdrawnV1(var _, var offer, var _) ->
                    new PlacementNews.Withdrawn(Wire.offer(offer, null, false));
            case PlacementEvent.SeekingResumedV1 _ -> new PlacementNews.Resumed();
            case PlacementEvent.TransferWaitingV1(var _, var position) ->
                    new PlacementNews.Waiting(position);
            case PlacementEvent.AutomationPausedV1(var _, var because) ->
                    new PlacementNews.Paused(Wire.same(Automation.class, because));
            case PlacementEvent.TeamAskedV1(var _, var next, var _, var _) ->
                    new PlacementNews.TeamAsked(Wire.organisation(next));
            case PlacementEvent.TeamsExhaustedV1 _ -> new PlacementNews.TeamsExhausted();
            case PlacementEvent.SlotOccupiedV1(var _, var unit, var _, var _) ->
                    new PlacementNews.Occupied(
                            Wire.organisation(unit.organisation()), new Unit(unit.unit().value()));
            case PlacementEvent.UnitMissingV1 _ -> new PlacementNews.UnitMissing();
        };
    }

    private static Then then(ReleasedBecause because) {
        return switch (because) {
            case UNIT_CLOSED -> Then.SOUGHT_ANEW;
            // what freed it is overtaken by now: who still relies on the place has none
            case ENDED, ASKED_ANEW, ARRIVED_ELSEWHERE -> Then.SOUGHT_ANEW;
            case ANOTHER_CONFIRMED, DIVERTED -> Then.REPLACED;
            case BY_COORDINATOR -> Then.FOR_PEOPLE;
        };
    }

    /** Why, as a code; null when the event says nothing of it. */
    static String reason(PlacementEvent event) {
        return switch (event) {
            case PlacementEvent.OfferNotNowV1 notNow -> notNow.reason().name();
            case PlacementEvent.OfferReleasedV1(var _, var _, var because) -> because.name();
            case PlacementEvent.SlotWithdrawnV1(var _, var _, var because) -> because.name();
            case PlacementEvent.AutomationPausedV1(var _, var because) -> because.name();
            case PlacementEvent.SlotHeldV1 _,
                    PlacementEvent.OfferMadeV1 _,
                    PlacementEvent.OfferOpenedV1 _,
                    PlacementEvent.ConsultingStartedV1 _,
                    PlacementEvent.OfferRenewedV1 _,
                    PlacementEvent.SlotConfirmedV1 _,
                    PlacementEvent.OfferLapsedV1 _,
                    PlacementEvent.SeekingResumedV1 _,
                    PlacementEvent.TransferWaitingV1 _,
                    PlacementEvent.TeamAskedV1 _,
                    PlacementEvent.TeamsExhaustedV1 _,
                    PlacementEvent.SlotOccupiedV1 _,
                    PlacementEvent.UnitMissingV1 _ ->
                    null;
        };
    }
}
