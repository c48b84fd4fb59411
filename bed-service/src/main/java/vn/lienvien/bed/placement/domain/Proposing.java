package vn.lienvien.bed.placement.domain;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.placement.domain.Proposal.Choice;

/**
 * Whom to ask for one transfer, given what the higher ranks left on the board (I11). What people
 * agreed or named is asked whether or not it is activated; a search asks only who is ready.
 */
public record Proposing(Ranking ranking, HoldRules rules) {

    private static final int AFTER_SILENCE = 2;
    private static final int IN_PARALLEL = 3;

    public Proposal propose(Queued queued, Board board) {
        return switch (queued.search().routing()) {
            case AGREED -> named(queued, board, OfferKind.AGREED);
            case ASK -> named(queued, board, OfferKind.ASK);
            case SEARCH ->
                    rules.holds(queued.of().urgency())
                            ? search(queued, board)
                            : redAlert(queued, board);
        };
    }

    /** The next centre to call for a red alert: the named or wished one first, then the nearest. */
    public Optional<OrganisationId> nextTeam(Queued queued, Board board) {
        var named = queued.search().organisation();
        return ranking
                .rank(queued.seeker(), board.all().stream().filter(Candidate::mobileTeam).toList())
                .stream()
                .filter(it -> !queued.team().asked().contains(it.ward().organisation()))
                .filter(it -> !it.ward().organisation().equals(queued.of().origin()))
                .min(
                        comparing((Ranked it) -> !it.ward().organisation().equals(named))
                                .thenComparingInt(Ranked::wish)
                                .thenComparing(it -> !it.isTravelKnown())
                                .thenComparingInt(Ranked::score))
                .map(it -> it.ward().organisation());
    }

    private Proposal named(Queued queued, Board board, OfferKind kind) {
        var units =
                board.of(queued.search().organisation()).stream()
                        .filter(it -> isNamed(queued.search().unit(), it))
                        .toList();
        if (units.isEmpty()) {
            return new Proposal.GiveToPeople(PausedBecause.UNIT_MISSING);
        }
        var ranked = ranking.rank(queued.seeker(), units);
        return ranked.stream()
                .filter(it -> !queued.seeker().excluded().contains(it.ward().unit()))
                .min(comparing((Ranked it) -> !it.fits()))
                .<Proposal>map(
                        it -> new Proposal.Ask(List.of(choice(queued, board, it, kind)), ranked))
                .orElse(new Proposal.GiveToPeople(PausedBecause.ASKED_UNIT_NOT_NOW));
    }

    private Proposal search(Queued queued, Board board) {
        if (queued.waiting() && !board.anyFree()) {
            return new Proposal.Nothing();
        }
        var ranked = ranking.rank(queued.seeker(), board.all());
        var choices =
                ranked.stream()
                        .filter(Ranked::suitable)
                        .filter(it -> board.freeIn(it.ward()) != null)
                        .limit(queued.silent() >= AFTER_SILENCE ? IN_PARALLEL : 1)
                        .map(it -> choice(queued, board, it, OfferKind.SEARCH))
                        .toList();
        if (!choices.isEmpty()) {
            return new Proposal.Ask(choices, ranked);
        }
        return queued.waiting() ? new Proposal.Nothing() : new Proposal.Await(ranked);
    }

    /** The team goes first, to its own hospital's bed; only without any team is a bed sought. */
    private Proposal redAlert(Queued queued, Board board) {
        var team = queued.team().goes();
        if (team == null && !queued.team().exhausted()) {
            return new Proposal.Nothing();
        }
        var ranked = ranking.rank(queued.seeker(), board.all());
        var own =
                ranked.stream()
                        .filter(it -> it.ward().organisation().equals(team))
                        .filter(it -> !queued.seeker().excluded().contains(it.ward().unit()))
                        .min(comparing((Ranked it) -> !it.fits()))
                        .map(it -> new Choice(it.ward(), null, OfferKind.TEAM));
        return own.or(
                        () ->
                                ranked.stream()
                                        .filter(Ranked::suitable)
                                        .min(comparing(it -> board.freeIn(it.ward()) == null))
                                        .map(it -> new Choice(it.ward(), null, OfferKind.SEARCH)))
                .<Proposal>map(it -> new Proposal.Ask(List.of(it), ranked))
                .orElse(queued.waiting() ? new Proposal.Nothing() : new Proposal.Await(ranked));
    }

    private Choice choice(Queued queued, Board board, Ranked ranked, OfferKind kind) {
        var slot = rules.holds(queued.of().urgency()) ? board.freeIn(ranked.ward()) : null;
        return new Choice(ranked.ward(), slot, kind);
    }

    private static boolean isNamed(UnitId unit, Candidate candidate) {
        return unit == null || candidate.ward().unit().equals(unit);
    }
}
