package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienvien.bed.placement.application.Placements.Turn;
import vn.lienvien.bed.placement.domain.Allocations;
import vn.lienvien.bed.placement.domain.Allocations.Question;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.Board;
import vn.lienvien.bed.placement.domain.HoldRules;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Proposal;
import vn.lienvien.bed.placement.domain.Proposal.Choice;
import vn.lienvien.bed.placement.domain.Proposing;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.Ranking;
import vn.lienvien.bed.placement.domain.Refusal;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.kit.ids.Ids;

/** One pass of the allocator: the highest ranks are given what suits them, one after the other. */
@ApplicationScoped
public class Allocating {

    /** Transfers moved in one transaction, so that it stays short. */
    static final int BATCH = 20;

    private final WaitingList waiting;
    private final Placements placements;
    private final Rankings rankings;
    private final PlacementRules rules;
    private final Roads roads;
    private final StillTrueAsking stillTrue;
    private final Ids ids;

    public Allocating(
            WaitingList waiting,
            Placements placements,
            Rankings rankings,
            PlacementRules rules,
            Roads roads,
            StillTrueAsking stillTrue,
            Ids ids) {
        this.waiting = waiting;
        this.placements = placements;
        this.rankings = rankings;
        this.rules = rules;
        this.roads = roads;
        this.stillTrue = stillTrue;
        this.ids = ids;
    }

    /**
     * @return true when there may be more to do at once
     */
    @Transactional
    public boolean pass() {
        return passIn(new Round(), BATCH);
    }

    @Transactional
    boolean passIn(Round round, int atMost) {
        var situation = waiting.lockAndLook();
        var queue = situation.queue();
        if (queue.ranked().isEmpty()) {
            return false;
        }
        var plan = plan(queue, situation.board(), round, atMost);
        if (plan.turns.isEmpty()) {
            return false;
        }
        var outcomes = placements.changeInTurn(plan.turns, plan.taking);
        var reach = stillTrue.round();
        for (int i = 0; i < outcomes.size(); i++) {
            var reasons = plan.rankings.get(plan.turns.get(i));
            if (reasons != null && outcomes.get(i) instanceof Outcome.Changed<Placement> changed) {
                rankings.keep(changed.now().of(), reasons, queue.readAt());
                reach.reach(changed.now(), reasons);
            }
        }
        reach.ask(queue.readAt());
        return plan.turns.size() >= atMost || outcomes.getLast() instanceof Outcome.Refused<?>;
    }

    private Plan plan(WaitingList.Queue queue, Board board, Round round, int atMost) {
        var proposing =
                new Proposing(new Ranking(rules.ranking(), roads, queue.readAt()), rules.holds());
        var plan = new Plan(board, proposing, rules.holds());
        int position = 0;
        for (var queued : queue.ranked()) {
            if (plan.turns.size() >= atMost) {
                break;
            }
            if (round.leavesOut(queued.of().transfer())) {
                continue;
            }
            if (queued.callsTeam()) {
                plan.callTeam(queued);
            }
            if (queued.sought()) {
                plan.place(queued, ++position);
            }
        }
        plan.turns.forEach(it -> round.tries(it.transfer()));
        return plan;
    }

    /** What is to be decided, gathered before any row is locked. */
    private final class Plan {

        private final List<Turn> turns = new ArrayList<>();
        private final List<SlotId> taking = new ArrayList<>();
        private final Map<Turn, List<Ranked>> rankings = new LinkedHashMap<>();
        private final Board board;
        private final Proposing proposing;
        private final HoldRules holds;

        Plan(Board board, Proposing proposing, HoldRules holds) {
            this.board = board;
            this.proposing = proposing;
            this.holds = holds;
        }

        void callTeam(Queued queued) {
            var next = proposing.nextTeam(queued, board);
            turn(
                    queued,
                    (placement, now) ->
                            next.isPresent()
                                    ? Allocations.askTeam(
                                            placement,
                                            next.get(),
                                            now.plus(holds.teamAnswer()),
                                            now)
                                    : Allocations.teamsExhausted(placement, now));
        }

        void place(Queued queued, int position) {
            switch (proposing.propose(queued, board)) {
                case Proposal.Ask(var choices, var ranking) -> ask(queued, choices, ranking);
                case Proposal.Await(var ranking) ->
                        rankings.put(
                                turn(queued, (it, _) -> Allocations.await(it, position)), ranking);
                case Proposal.GiveToPeople(var because) ->
                        turn(queued, (it, _) -> Allocations.giveToPeople(it, because));
                case Proposal.Nothing() -> {}
            }
        }

        private void ask(Queued queued, List<Choice> choices, List<Ranked> ranking) {
            choices.stream()
                    .filter(it -> it.slot() != null)
                    .forEach(
                            it -> {
                                taking.add(it.slot());
                                board.take(it.ward().unit(), it.slot());
                            });
            rankings.put(
                    turn(queued, (it, now) -> Allocations.offer(it, questions(it, choices, now))),
                    ranking);
        }

        private List<Question> questions(Placement placement, List<Choice> choices, Instant now) {
            var questions = new ArrayList<Question>();
            for (var choice : choices) {
                var asked =
                        new Asked(
                                new OfferId(ids.next()),
                                questions.size() + 1,
                                choice.kind(),
                                choice.ward(),
                                choice.slot(),
                                now);
                questions.add(
                        new Question(
                                asked, holds.until(choice.kind(), placement.of().urgency(), now)));
            }
            return questions;
        }

        /** Refused under the lock when it was decided on what has changed since. */
        private Turn turn(Queued queued, Placements.Change change) {
            var turn =
                    new Turn(
                            queued.of().transfer(),
                            (it, now) ->
                                    queued.isStillOf(it)
                                            ? change.decide(it, now)
                                            : Outcome.refused(Refusal.PLAN_OVERTAKEN));
            turns.add(turn);
            return turn;
        }
    }
}
