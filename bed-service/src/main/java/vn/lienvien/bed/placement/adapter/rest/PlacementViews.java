package vn.lienvien.bed.placement.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.OfferView;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.RankedView;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.SlotView;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.TeamView;
import vn.lienvien.bed.placement.application.Rankings;
import vn.lienvien.bed.placement.application.ReadingPlacements;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.TeamCall;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;

/** Shows a placement: all of it to the sender and coordinators, to a unit its own part (I15). */
@ApplicationScoped
class PlacementViews {

    private final ReadingPlacements reading;
    private final WaitingViews waiting;

    PlacementViews(ReadingPlacements reading, WaitingViews waiting) {
        this.reading = reading;
        this.waiting = waiting;
    }

    PlacementView of(Placement it, Sight sight) {
        return of(List.of(it), sight).getFirst();
    }

    /** The waiting list, rankings and advisers are read once for all of them. */
    List<PlacementView> of(List<Placement> all, Sight sight) {
        var line =
                all.stream().anyMatch(it -> it.stage() instanceof Stage.Waiting)
                        ? reading.line()
                        : List.<Queued>of();
        var whole = all.stream().filter(sight::whole).toList();
        var rankings = reading.rankings(whole);
        var advisers = waiting.advisers(whole);
        return all.stream()
                .map(
                        it ->
                                of(
                                        it,
                                        sight,
                                        Optional.ofNullable(rankings.get(it.transfer())),
                                        waiting.of(
                                                it,
                                                line,
                                                rankings.get(it.transfer()),
                                                advisers.get(it.transfer()))))
                .toList();
    }

    private PlacementView of(
            Placement it,
            Sight sight,
            Optional<Rankings.Kept> ranking,
            Optional<PlacementView.WaitingView> waits) {
        boolean whole = sight.whole(it);
        return new PlacementView(
                it.transfer().value(),
                it.of().caseCode(),
                it.of().attempt(),
                state(it.stage()),
                it.paused() == null ? "RUNNING" : it.paused().name(),
                waits.map(PlacementView.WaitingView::position).orElse(null),
                whole ? waits.orElse(null) : null,
                it.offers().stream()
                        .filter(offer -> whole || sight.own(offer.asked().ward()))
                        .map(PlacementViews::offer)
                        .toList(),
                ranking.map(Rankings.Kept::candidates).orElse(List.of()).stream()
                        .map(PlacementViews::ranked)
                        .toList(),
                slot(it, whole, sight),
                whole ? it.excluded().stream().map(UnitId::value).sorted().toList() : List.of(),
                whole ? team(it.team()) : null);
    }

    private static String state(Stage stage) {
        return switch (stage) {
            case Stage.Seeking _ -> "SEEKING";
            case Stage.Offered _ -> "OFFERED";
            case Stage.Waiting _ -> "WAITING";
            case Stage.Confirmed _ -> "CONFIRMED";
            case Stage.Occupied _ -> "OCCUPIED";
            case Stage.Withdrawn _ -> "WITHDRAWN";
            case Stage.Ended _ -> "ENDED";
        };
    }

    private static OfferView offer(Offer offer) {
        return switch (offer) {
            case Offer.Open(var it, var until, var opened) ->
                    offer(it, "OPEN", until, opened, null);
            case Offer.Consulting(var it, _, var until) ->
                    offer(it, "CONSULTING", until, true, null);
            case Offer.Confirmed(var it, var by) ->
                    new OfferView(
                            it.id().value(),
                            it.number(),
                            it.kind().name(),
                            it.ward().unit().value(),
                            it.ward().organisation().value(),
                            "CONFIRMED",
                            id(it.slot()),
                            it.heldAt(),
                            null,
                            true,
                            null,
                            null,
                            null,
                            by);
            case Offer.Declined(var it, var answer) ->
                    new OfferView(
                            it.id().value(),
                            it.number(),
                            it.kind().name(),
                            it.ward().unit().value(),
                            it.ward().organisation().value(),
                            "NOT_NOW",
                            id(it.slot()),
                            it.heldAt(),
                            null,
                            true,
                            answer.reason().name(),
                            codes(answer.askInstead()),
                            answer.readyToConsult(),
                            null);
            case Offer.Lapsed(var it, var opened) -> offer(it, "LAPSED", null, opened, null);
            case Offer.Released(var it, var because) ->
                    offer(it, "RELEASED", null, false, because.name());
        };
    }

    private static OfferView offer(
            Asked it, String state, Instant until, boolean opened, String reason) {
        return new OfferView(
                it.id().value(),
                it.number(),
                it.kind().name(),
                it.ward().unit().value(),
                it.ward().organisation().value(),
                state,
                id(it.slot()),
                it.heldAt(),
                until,
                opened,
                reason,
                null,
                null,
                null);
    }

    private static List<String> codes(List<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }

    private static String code(OrganisationId organisation) {
        return organisation == null ? null : organisation.value();
    }

    private static UUID id(SlotId slot) {
        return slot == null ? null : slot.value();
    }

    static RankedView ranked(Ranked it) {
        return new RankedView(
                it.ward().unit().value(),
                it.ward().organisation().value(),
                it.suitable(),
                it.score(),
                it.reasons().stream().map(Ranked.Reason::word).toList());
    }

    private static SlotView slot(Placement it, boolean whole, Sight sight) {
        if (it.stage() instanceof Stage.Occupied(var bed)) {
            return bed == null || !(whole || sight.own(bed.ward()))
                    ? null
                    : slot(bed.ward(), bed.slot());
        }
        return it.confirmed()
                .map(Offer::asked)
                .filter(asked -> whole || sight.own(asked.ward()))
                .map(asked -> slot(asked.ward(), asked.slot()))
                .orElse(null);
    }

    private static SlotView slot(Ward ward, SlotId slot) {
        return new SlotView(slot.value(), ward.unit().value(), ward.organisation().value());
    }

    private static TeamView team(TeamCall it) {
        return it.equals(TeamCall.NONE)
                ? null
                : new TeamView(
                        codes(it.asked()),
                        code(it.current()),
                        it.answerBy(),
                        code(it.goes()),
                        it.exhausted());
    }
}
