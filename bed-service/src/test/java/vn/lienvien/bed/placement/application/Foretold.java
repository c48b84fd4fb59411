package vn.lienvien.bed.placement.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienvien.bed.placement.application.EveryOrderIT.Step;
import vn.lienvien.bed.placement.domain.Allocations;
import vn.lienvien.bed.placement.domain.Allocations.Question;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.Board;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Facts;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Outcome.Changed;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Proposal;
import vn.lienvien.bed.placement.domain.Proposing;
import vn.lienvien.bed.placement.domain.QueueRank;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranking;
import vn.lienvien.bed.placement.domain.Search;
import vn.lienvien.bed.placement.domain.Seeker;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotFollowing;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Stage;

/**
 * What the domain alone makes of an order, in memory: neither rows, locks, clock nor transactions.
 * The service must come to the same.
 *
 * @param placement null while nobody has heard of the transfer
 * @param slots all there are, by id
 * @param said events told so far, to be told again
 */
record Foretold(Scene scene, Placement placement, Map<SlotId, Slot> slots, List<Step> said) {

    private static final Instant NOON = Instant.parse("2021-11-08T05:00:00Z");

    /** Whatever runs is over by then. */
    private static final Instant LATER = NOON.plus(Duration.ofDays(7));

    /** Who asks, and for what, and the two wards with their slots while those are free. */
    record Scene(
            CaseRef of, Search search, Seeker from, List<Candidate> wards, PlacementRules rules) {}

    static Foretold nothingYet(Scene scene) {
        var slots = new LinkedHashMap<SlotId, Slot>();
        for (var ward : scene.wards()) {
            ward.free().forEach(id -> slots.put(id, new Slot.Free(id)));
        }
        return new Foretold(scene, null, slots, List.of());
    }

    Foretold after(Step step) {
        return switch (step) {
            case HOLD -> told(step).remembering(step).placed();
            case END -> told(step).remembering(step);
            case REDELIVER -> {
                var again = this;
                for (var event : said) {
                    again = again.told(event);
                }
                yield again;
            }
            case CONFIRM ->
                    answered((it, offer) -> it.confirm(offer, EveryOrderIT.DOCTOR, null, NOON));
            case NOT_NOW ->
                    answered((it, offer) -> it.notNow(offer, EveryOrderIT.NO, NOON)).placed();
            case CONSULTING ->
                    answered(
                            (it, offer) ->
                                    it.consulting(offer, scene.rules().holds().consulting(), NOON));
            case LAPSE -> changed(it -> it.lapse(LATER)).placed();
        };
    }

    private Foretold told(Step event) {
        if (event == Step.HOLD) {
            return placement == null
                    ? with(Placement.requested(scene.of(), scene.search(), NOON))
                    : this;
        }
        return placement == null
                ? with(Placement.endedBeforeRequested(scene.of(), NOON))
                : changed(it -> Facts.end(it, scene.of()));
    }

    private interface Answer {
        Outcome<Placement> by(Placement placement, OfferId offer);
    }

    /** The newest offer, whether it can still be answered or not. */
    private Foretold answered(Answer answer) {
        return Optional.ofNullable(placement)
                .map(Placement::offers)
                .filter(offers -> !offers.isEmpty())
                .map(offers -> offers.getLast().id())
                .map(latest -> changed(it -> answer.by(it, latest)))
                .orElse(this);
    }

    private Foretold placed() {
        if (placement == null || placement.paused() != null || !isQueued(placement.stage())) {
            return this;
        }
        var ranking = new Ranking(scene.rules().ranking(), NOON);
        return switch (new Proposing(ranking, scene.rules().holds()).propose(queued(), board())) {
            case Proposal.Ask(var choices, _) -> {
                var questions = new ArrayList<Question>();
                for (var choice : choices) {
                    var asked =
                            new Asked(
                                    new OfferId(UUID.randomUUID()),
                                    questions.size() + 1,
                                    choice.kind(),
                                    choice.ward(),
                                    choice.slot(),
                                    NOON);
                    var until =
                            scene.rules().holds().until(choice.kind(), scene.of().urgency(), NOON);
                    questions.add(new Question(asked, until));
                }
                yield changed(it -> Allocations.offer(it, questions));
            }
            case Proposal.Await _ -> changed(it -> Allocations.await(it, 1));
            case Proposal.GiveToPeople(var because) ->
                    changed(it -> Allocations.giveToPeople(it, because));
            case Proposal.Nothing() -> this;
        };
    }

    private static boolean isQueued(Stage stage) {
        return stage instanceof Stage.Seeking || stage instanceof Stage.Waiting;
    }

    private Queued queued() {
        var rank =
                QueueRank.of(
                        scene.of(),
                        scene.search(),
                        false,
                        NOON,
                        scene.rules().holds().ageing(),
                        NOON);
        return new Queued(
                rank,
                scene.of(),
                scene.search(),
                true,
                placement.stage() instanceof Stage.Waiting,
                false,
                placement.silentOffers(),
                placement.team(),
                new Seeker(
                        scene.from().origin(),
                        scene.from().from(),
                        scene.from().responsible(),
                        scene.from().needs(),
                        placement.excluded()));
    }

    private Board board() {
        var board = new Board(scene.wards());
        for (var ward : scene.wards()) {
            ward.free().stream()
                    .filter(id -> !(slots.get(id) instanceof Slot.Free))
                    .forEach(id -> board.take(ward.ward().unit(), id));
        }
        return board;
    }

    private Foretold changed(Function<Placement, Outcome<Placement>> decision) {
        if (placement == null
                || !(decision.apply(placement)
                        instanceof Changed<Placement>(var now, var events))) {
            return this;
        }
        var following = new LinkedHashMap<>(slots);
        for (var event : events) {
            SlotFollowing.slotOf(event)
                    .ifPresent(
                            id -> {
                                if (SlotFollowing.follow(
                                                following.get(id), event, now.transfer(), NOON)
                                        instanceof Changed<Slot>(var slot, _)) {
                                    following.put(id, slot);
                                }
                            });
        }
        return new Foretold(scene, now, following, said);
    }

    private Foretold with(Placement first) {
        return new Foretold(scene, first, slots, said);
    }

    private Foretold remembering(Step event) {
        var all = new ArrayList<>(said);
        all.add(event);
        return new Foretold(scene, placement, slots, all);
    }

    /** In words that the rows of the database have too. */
    String picture() {
        SortedSet<String> states = new TreeSet<>();
        slots.forEach((id, slot) -> states.add(id + " " + name(slot)));
        return picture(placement, states);
    }

    /** Everything that must be the same; ids of offers and times are each one's own. */
    static String picture(Placement placement, SortedSet<String> slots) {
        return placement == null
                ? "unknown, " + slots
                : "%s, paused %s, silent %d, excluded %s, offers %s, slots %s"
                        .formatted(
                                name(placement.stage()),
                                placement.paused(),
                                placement.silentOffers(),
                                new TreeSet<>(
                                        placement.excluded().stream()
                                                .map(it -> it.value())
                                                .toList()),
                                placement.offers().stream()
                                        .map(Foretold::picture)
                                        .collect(Collectors.joining("; ")),
                                slots);
    }

    private static String picture(Offer offer) {
        var asked = offer.asked();
        var how =
                switch (offer) {
                    case Offer.Open it -> "opened " + it.opened();
                    case Offer.Consulting _ -> "";
                    case Offer.Confirmed it -> "by " + it.acceptedBy();
                    case Offer.Declined it -> it.answer().reason().name();
                    case Offer.Lapsed it -> "opened " + it.opened();
                    case Offer.Released it -> it.because().name();
                };
        return "%s %d %s in %s of %s %s"
                .formatted(
                        name(offer),
                        asked.number(),
                        asked.kind(),
                        asked.slot(),
                        asked.ward().unit().value(),
                        how);
    }

    private static String name(Object state) {
        return state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }
}
