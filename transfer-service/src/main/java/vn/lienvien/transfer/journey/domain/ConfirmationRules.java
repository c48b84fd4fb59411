package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import vn.lienvien.transfer.journey.domain.JourneyState.Accepted;
import vn.lienvien.transfer.journey.domain.JourneyState.Arrived;
import vn.lienvien.transfer.journey.domain.JourneyState.Consulting;
import vn.lienvien.transfer.journey.domain.JourneyState.Ended;
import vn.lienvien.transfer.journey.domain.JourneyState.HandedOver;
import vn.lienvien.transfer.journey.domain.JourneyState.InTransit;
import vn.lienvien.transfer.journey.domain.JourneyState.Offered;
import vn.lienvien.transfer.journey.domain.JourneyState.Ready;
import vn.lienvien.transfer.journey.domain.JourneyState.Seeking;
import vn.lienvien.transfer.journey.domain.JourneyState.Waiting;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Followed;

/** A place given, and a place taken back. */
final class ConfirmationRules {

    private static final Diversion STRAIGHT = new Diversion.None();

    private ConfirmationRules() {}

    static Followed confirmed(Transfer transfer, Offer offer, Instant at) {
        var place = offer.asPlace();
        return switch (transfer.state()) {
            case Seeking _, Offered _, Consulting _, Waiting _ ->
                    accepted(transfer.in(new Accepted(place)), at);
            case Accepted(Place same) when same.equals(place) -> transfer.asBefore();
            case Ready(Place same, boolean _) when same.equals(place) -> transfer.asBefore();
            // the gate was passed for another bed
            case Accepted _, Ready _ -> accepted(transfer.in(new Accepted(place)), at);
            case InTransit(Place same, Diversion _, Organisation stop) when place.equals(same) ->
                    changedTo(transfer, new InTransit(place, STRAIGHT, stop));
            case InTransit(Place old, Diversion.None _, Organisation stop) when old != null ->
                    accepted(transfer.in(new InTransit(place, STRAIGHT, stop)), at)
                            .flagged(Contradiction.PLACEMENT_DISAGREES);
            case InTransit(Place _, Diversion _, Organisation stop) ->
                    accepted(transfer.in(new InTransit(place, STRAIGHT, stop)), at);
            case Arrived(Organisation where, Unit _) -> afterArrival(transfer, where, offer, at);
            case HandedOver(Organisation where) -> afterArrival(transfer, where, offer, at);
            case Ended _ -> transfer.asBefore().flagged(Contradiction.CONFIRMED_AFTER_END);
        };
    }

    /** The tap came after the ambulance: welcome where the patient is, an alarm anywhere else. */
    private static Followed afterArrival(
            Transfer transfer, Organisation where, Offer offer, Instant at) {
        if (!where.equals(offer.organisation())) {
            return transfer.asBefore().flagged(Contradiction.CONFIRMED_WHILE_ELSEWHERE);
        }
        var known = transfer.reached(Milestone.ACCEPTED, at);
        return known.equals(transfer) ? transfer.asBefore() : known.telling();
    }

    static Followed withdrawn(Transfer transfer, Offer offer) {
        if (!PlacementRules.isOurs(transfer, offer)) {
            return CommandRules.beforeArrival(transfer.state())
                    ? PlacementRules.gone(transfer, offer)
                    : PlacementRules.disagrees(transfer);
        }
        return lost(transfer);
    }

    static Followed released(Transfer transfer, Offer offer, PlacementNews.Released.Then then) {
        if (!PlacementRules.isOurs(transfer, offer)) {
            return PlacementRules.gone(transfer, offer);
        }
        return switch (then) {
            case SOUGHT_ANEW -> lost(transfer);
            case REPLACED -> replacedSoon(transfer);
            case FOR_PEOPLE -> givenUp(transfer);
        };
    }

    /** The confirmed place is gone: asked anew, before all others of the class. */
    private static Changed lost(Transfer transfer) {
        var wanted = transfer.search().atTopRank();
        if (transfer.state() instanceof InTransit(Place _, Diversion _, Organisation stop)) {
            return transfer.askingAnew(wanted, new InTransit(null, new Diversion.Seeking(), stop))
                    .telling(new JourneyEvent.PlacementSought(SoughtBecause.DIVERSION));
        }
        return transfer.askingAnew(wanted, new Seeking())
                .telling(new JourneyEvent.PlacementSought(SoughtBecause.WITHDRAWN));
    }

    /** bed-service frees the old place in the transaction that confirms the new one. */
    private static Followed replacedSoon(Transfer transfer) {
        return transfer.state() instanceof InTransit(Place _, Diversion to, Organisation stop)
                ? transfer.in(new InTransit(null, to, stop)).telling()
                : transfer.asBefore();
    }

    /** Not asked anew, which would start what a person stopped: bed-service has paused. */
    private static Changed givenUp(Transfer transfer) {
        boolean over = isOverForBedService(transfer.chronicle());
        if (transfer.state() instanceof InTransit(Place _, Diversion to, Organisation stop)) {
            var next = to instanceof Diversion.None && !over ? new Diversion.Seeking() : to;
            return transfer.in(new InTransit(null, next, stop)).telling();
        }
        return over ? lost(transfer) : transfer.in(new Seeking()).telling();
    }

    /** It may have heard of an arrival or an end since, and seeks for nobody until asked anew. */
    private static boolean isOverForBedService(Chronicle chronicle) {
        return chronicle.milestones().containsKey(Milestone.ARRIVED)
                || chronicle.milestones().containsKey(Milestone.ENDED);
    }

    private static Followed changedTo(Transfer transfer, JourneyState state) {
        var next = transfer.in(state);
        return next.equals(transfer) ? transfer.asBefore() : next.telling();
    }

    private static Changed accepted(Transfer next, Instant at) {
        return next.with(Automation.RUNNING).reached(Milestone.ACCEPTED, at).telling();
    }
}
