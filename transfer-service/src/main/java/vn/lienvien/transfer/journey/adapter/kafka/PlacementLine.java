package vn.lienvien.transfer.journey.adapter.kafka;

import java.util.HashMap;
import java.util.Map;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.PlacementEvent;

/** What the timeline keeps of an event: which unit it is about, and who answered. */
public final class PlacementLine {

    private PlacementLine() {}

    public static Map<String, Object> values(PlacementEvent event) {
        return switch (event) {
            case PlacementEvent.SlotHeldV1 it -> offer(it.offer());
            case PlacementEvent.OfferMadeV1 it -> offer(it.offer());
            case PlacementEvent.OfferOpenedV1 it -> offer(it.offer());
            case PlacementEvent.ConsultingStartedV1 it -> offer(it.offer());
            case PlacementEvent.OfferRenewedV1 it -> offer(it.offer());
            case PlacementEvent.SlotConfirmedV1 it -> confirmed(it);
            case PlacementEvent.OfferNotNowV1 it -> offer(it.offer());
            case PlacementEvent.OfferLapsedV1 it -> offer(it.offer());
            case PlacementEvent.OfferReleasedV1 it -> offer(it.offer());
            case PlacementEvent.SlotWithdrawnV1 it -> offer(it.offer());
            case PlacementEvent.TransferWaitingV1 it -> Map.of("position", it.position());
            case PlacementEvent.TeamAskedV1 it ->
                    Map.of("organisation", it.organisation().value(), "number", it.number());
            case PlacementEvent.SlotOccupiedV1 it ->
                    Map.of(
                            "organisation",
                            it.unit().organisation().value(),
                            "unit",
                            it.unit().unit().value());
            case PlacementEvent.SeekingResumedV1 _,
                    PlacementEvent.AutomationPausedV1 _,
                    PlacementEvent.TeamsExhaustedV1 _,
                    PlacementEvent.UnitMissingV1 _ ->
                    Map.of();
        };
    }

    /** The organisation whose people answered; null for what bed-service did by itself. */
    public static String answeredBy(PlacementEvent event) {
        return switch (event) {
            case PlacementEvent.OfferOpenedV1 it -> it.offer().organisation().value();
            case PlacementEvent.ConsultingStartedV1 it -> it.offer().organisation().value();
            case PlacementEvent.SlotConfirmedV1 it -> it.offer().organisation().value();
            case PlacementEvent.OfferNotNowV1 it -> it.offer().organisation().value();
            case PlacementEvent.SlotHeldV1 _,
                    PlacementEvent.OfferMadeV1 _,
                    PlacementEvent.OfferRenewedV1 _,
                    PlacementEvent.OfferLapsedV1 _,
                    PlacementEvent.OfferReleasedV1 _,
                    PlacementEvent.SlotWithdrawnV1 _,
                    PlacementEvent.SeekingResumedV1 _,
                    PlacementEvent.TransferWaitingV1 _,
                    PlacementEvent.AutomationPausedV1 _,
                    PlacementEvent.TeamAskedV1 _,
                    PlacementEvent.TeamsExhaustedV1 _,
                    PlacementEvent.SlotOccupiedV1 _,
                    PlacementEvent.UnitMissingV1 _ ->
                    null;
        };
    }

    private static Map<String, Object> confirmed(PlacementEvent.SlotConfirmedV1 event) {
        var values = offer(event.offer());
        values.put("extraSlot", event.extraSlot());
        values.put("override", event.override());
        return values;
    }

    private static Map<String, Object> offer(OfferRef offer) {
        var values = new HashMap<String, Object>();
        values.put("offer", offer.offerId().toString());
        values.put("kind", offer.kind().name());
        values.put("unit", offer.unit().value());
        values.put("organisation", offer.organisation().value());
        return values;
    }
}
