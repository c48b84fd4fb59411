package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import java.util.List;
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
import vn.lienvien.transfer.journey.domain.Outcome.Stale;
import vn.lienvien.transfer.journey.domain.Outcome.Unchanged;

/** How the journey follows bed-service: applied, stale, or a contradiction. */
final class PlacementRules {

    private PlacementRules() {}

    static Followed follow(Transfer transfer, PlacementNews news, int ofAttempt, Instant at) {
        if (transfer.state() instanceof Ended) {
            return news instanceof PlacementNews.Confirmed && ofAttempt == transfer.attempt()
                    ? transfer.asBefore().flagged(Contradiction.CONFIRMED_AFTER_END)
                    : new Stale(transfer);
        }
        // a call to a team outlives the attempt: its answer is waited for still
        if (news instanceof PlacementNews.TeamAsked(Organisation next)) {
            return TeamRules.asked(transfer, next, at);
        }
        if (ofAttempt > transfer.attempt()) {
            return disagrees(transfer);
        }
        if (ofAttempt < transfer.attempt() && !takesOurPlace(transfer, news)) {
            return new Stale(transfer);
        }
        return switch (news) {
            case PlacementNews.Offered(Offer offer) -> asked(transfer, offer, at);
            case PlacementNews.Renewed(Offer offer) -> asked(transfer, offer, at);
            case PlacementNews.ConsultingStarted(Offer offer) -> asked(transfer, offer, at);
            case PlacementNews.Opened(Offer offer) -> opened(transfer, offer, at);
            case PlacementNews.Confirmed(Offer offer) ->
                    ConfirmationRules.confirmed(transfer, offer, at);
            case PlacementNews.Withdrawn(Offer offer) ->
                    ConfirmationRules.withdrawn(transfer, offer);
            case PlacementNews.Released(Offer offer, PlacementNews.Released.Then then) ->
                    ConfirmationRules.released(transfer, offer, then);
            case PlacementNews.NotNow(Offer offer) -> gone(transfer, offer);
            case PlacementNews.Lapsed(Offer offer) -> gone(transfer, offer);
            case PlacementNews.Resumed _ -> searching(transfer, new Seeking());
            case PlacementNews.Waiting(int position) -> searching(transfer, new Waiting(position));
            case PlacementNews.Paused(Automation because) -> paused(transfer, because);
            case PlacementNews.UnitMissing _ -> paused(transfer, Automation.UNIT_MISSING);
            case PlacementNews.TeamAsked(Organisation next) -> TeamRules.asked(transfer, next, at);
            case PlacementNews.TeamsExhausted _ -> transfer.asBefore();
            case PlacementNews.Occupied(Organisation where, Unit unit) ->
                    occupied(transfer, where, unit);
        };
    }

    /** The place we rely on is never lost unheard, whatever attempt it was given in. */
    private static boolean takesOurPlace(Transfer transfer, PlacementNews news) {
        return (news instanceof PlacementNews.Withdrawn(Offer withdrawn)
                        && isOurs(transfer, withdrawn))
                || (news instanceof PlacementNews.Released(Offer released, var _)
                        && isOurs(transfer, released));
    }

    static boolean isOurs(Transfer transfer, Offer offer) {
        return transfer.state().confirmed().map(place -> place.isFrom(offer)).orElse(false);
    }

    private static Followed asked(Transfer transfer, Offer said, Instant at) {
        var state = transfer.state();
        var offers = state.asked();
        var offer =
                said.running(
                        offers.same(said).map(Offer::opened).orElse(false) || said.consulting(),
                        said.consulting());
        return switch (state) {
            case Seeking _, Waiting _, Offered _, Consulting _ ->
                    offered(transfer.in(offers.with(offer).asState()), offer, at);
            case InTransit(Place place, Diversion diversion, Organisation stop)
                    when !(diversion instanceof Diversion.None) ->
                    offered(
                            transfer.in(
                                    new InTransit(place, offers.with(offer).asDiversion(), stop)),
                            offer,
                            at);
            case Accepted _, Ready _, InTransit _ -> unasked(transfer);
            case Arrived _, HandedOver _, Ended _ -> transfer.asBefore();
        };
    }

    /**
     * On the road again after an arrival or an end, which bed-service has yet to hear of: its
     * search is not ours any more.
     */
    private static Unchanged unasked(Transfer transfer) {
        return transfer.state().confirmed().isPresent() ? disagrees(transfer) : transfer.asBefore();
    }

    private static Changed offered(Transfer next, Offer offer, Instant at) {
        var asked = next.with(Automation.RUNNING).reached(Milestone.OFFERED, at);
        return offer.consulting()
                ? asked.reached(Milestone.SEEN, at).reached(Milestone.CONSULTED, at).telling()
                : asked.telling();
    }

    private static Followed opened(Transfer transfer, Offer said, Instant at) {
        var seen = transfer.reached(Milestone.SEEN, at);
        var state = transfer.state();
        var offers =
                state.asked().same(said).map(Offer::open).map(state.asked()::with).orElse(null);
        var next = offers == null ? seen : seen.in(replaced(state, offers));
        return next.equals(transfer) ? transfer.asBefore() : next.telling();
    }

    static Followed gone(Transfer transfer, Offer said) {
        var state = transfer.state();
        if (isOurs(transfer, said)) {
            return disagrees(transfer);
        }
        return state.asked().same(said).isEmpty()
                ? transfer.asBefore()
                : transfer.in(replaced(state, state.asked().without(said))).telling();
    }

    private static JourneyState replaced(JourneyState state, Offers offers) {
        return switch (state) {
            case Offered _, Consulting _ -> offers.asState();
            case InTransit(Place place, Diversion _, Organisation stop) ->
                    new InTransit(place, offers.asDiversion(), stop);
            case Seeking _, Waiting _, Accepted _, Ready _, Arrived _, HandedOver _, Ended _ ->
                    throw new IllegalStateException("nothing is asked");
        };
    }

    private static Followed searching(Transfer transfer, JourneyState next) {
        return switch (transfer.state()) {
            case Seeking _, Waiting _, Offered _, Consulting _ -> changedTo(transfer, next);
            case InTransit(Place place, Diversion diversion, Organisation stop)
                    when !(diversion instanceof Diversion.None) ->
                    changedTo(transfer, new InTransit(place, new Diversion.Seeking(), stop));
            case Accepted _, Ready _, InTransit _ -> unasked(transfer);
            case Arrived _, HandedOver _, Ended _ -> transfer.asBefore();
        };
    }

    private static Followed changedTo(Transfer transfer, JourneyState state) {
        var next = transfer.in(state).with(Automation.RUNNING);
        return next.equals(transfer) ? transfer.asBefore() : next.telling();
    }

    private static Followed paused(Transfer transfer, Automation because) {
        return !CommandRules.beforeArrival(transfer.state()) || transfer.automation() == because
                ? transfer.asBefore()
                : transfer.with(because).telling();
    }

    private static Followed occupied(Transfer transfer, Organisation where, Unit unit) {
        return switch (transfer.state()) {
            case Arrived(Organisation same, Unit known) when same.equals(where) ->
                    unit.equals(known)
                            ? transfer.asBefore()
                            : transfer.in(new Arrived(where, unit)).telling();
            case HandedOver(Organisation same) when same.equals(where) -> transfer.asBefore();
            // the patient has left again before this was heard: nobody is asked any more
            case InTransit(Place place, Diversion diversion, Organisation stop)
                    when !(diversion instanceof Diversion.None) ->
                    transfer.in(new InTransit(place, new Diversion.None(), stop))
                            .telling()
                            .flagged(Contradiction.PLACEMENT_DISAGREES);
            case Seeking _,
                    Offered _,
                    Consulting _,
                    Waiting _,
                    Accepted _,
                    Ready _,
                    InTransit _,
                    Arrived _,
                    HandedOver _,
                    Ended _ ->
                    disagrees(transfer);
        };
    }

    static Unchanged disagrees(Transfer transfer) {
        return new Unchanged(transfer, List.of(Contradiction.PLACEMENT_DISAGREES));
    }
}
