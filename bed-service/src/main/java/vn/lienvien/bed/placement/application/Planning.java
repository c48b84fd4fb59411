package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.bed.placement.application.Plans.Kept;
import vn.lienvien.bed.placement.domain.Board;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.Plan;
import vn.lienvien.bed.placement.domain.Plan.Because;
import vn.lienvien.bed.placement.domain.PlanId;
import vn.lienvien.bed.placement.domain.PlanTask;
import vn.lienvien.bed.placement.domain.PlanTask.Option;
import vn.lienvien.bed.placement.domain.PlanTask.Seeking;
import vn.lienvien.bed.placement.domain.Proposal;
import vn.lienvien.bed.placement.domain.Proposing;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.Ranked.Why;
import vn.lienvien.bed.placement.domain.Ranking;
import vn.lienvien.bed.placement.domain.Routing;
import vn.lienvien.bed.placement.domain.Served;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.time.DatabaseClock;

/**
 * Plans for all who wait at once, also those a person has paused: where they go together, not one
 * after the other. Works on what was read, without a transaction or a lock, so that the allocator
 * never waits for it; what has changed meanwhile is refused when the plan is accepted.
 */
@ApplicationScoped
public class Planning {

    private static final Duration KEPT = Duration.ofDays(1);

    private final WaitingList waiting;
    private final PlacementRules rules;
    private final PlanLimits limits;
    private final Roads roads;
    private final PlanSolver solver;
    private final Plans plans;
    private final DatabaseClock clock;
    private final Ids ids;

    Planning(
            WaitingList waiting,
            PlacementRules rules,
            PlanLimits limits,
            Roads roads,
            PlanSolver solver,
            Plans plans,
            DatabaseClock clock,
            Ids ids) {
        this.waiting = waiting;
        this.rules = rules;
        this.limits = limits;
        this.roads = roads;
        this.solver = solver;
        this.plans = plans;
        this.clock = clock;
        this.ids = ids;
    }

    public Plan plan() {
        var now = clock.now();
        var line =
                waiting.unplaced().ranked().stream()
                        .filter(it -> it.search().routing() == Routing.SEARCH)
                        .toList();
        var units = waiting.directory().all();
        var ranking = new Ranking(rules.ranking(), roads, now);
        var planned = line.stream().filter(this::isPlanned).toList();
        var task = PlanTask.of(planned, units, ranking, limits.rules());
        var greedy = oneByOne(task, ranking, units);
        var start = Served.of(task);
        if (start.keySet().equals(greedy.keySet())
                && task.worth(greedy.values()).compareTo(task.worth(start.values())) < 0) {
            start = greedy;
        }
        var chosen = solver.improve(task, start);
        var plan = told(line, units, ranking, task, chosen, greedy);
        plans.keep(plan, now.minus(KEPT));
        return plan;
    }

    public Optional<Kept> find(PlanId id) {
        return plans.find(id);
    }

    public boolean isStale(Kept plan) {
        return clock.now().isAfter(plan.madeAt().plus(limits.validFor()));
    }

    private boolean isPlanned(Queued queued) {
        return rules.holds().holds(queued.of().urgency());
    }

    /** What the allocator would do, each asked at one unit. */
    private Map<TransferId, Option> oneByOne(
            PlanTask task, Ranking ranking, Collection<Candidate> units) {
        var proposing = new Proposing(ranking, rules.holds());
        var board =
                new Board(
                        units.stream()
                                .filter(it -> task.rooms().containsKey(it.ward().unit()))
                                .toList());
        var chosen = new HashMap<TransferId, Option>();
        for (var seeking : task.seeking()) {
            if (proposing.propose(seeking.queued(), board) instanceof Proposal.Ask(var all, _)) {
                var first = all.getFirst();
                board.take(first.ward().unit(), first.slot());
                chosen.put(seeking.transfer(), seeking.options().get(first.ward().unit()));
            }
        }
        return chosen;
    }

    private Plan told(
            List<Queued> line,
            Collection<Candidate> units,
            Ranking ranking,
            PlanTask task,
            Map<TransferId, Option> chosen,
            Map<TransferId, Option> greedy) {
        var options = new HashMap<TransferId, Seeking>();
        task.seeking().forEach(it -> options.put(it.transfer(), it));
        var assigned = new ArrayList<Plan.Assigned>();
        var unassigned = new ArrayList<Plan.Unassigned>();
        for (int i = 0; i < line.size(); i++) {
            var queued = line.get(i);
            var transfer = queued.of().transfer();
            var option = chosen.get(transfer);
            if (option == null) {
                var because = because(options.get(transfer));
                var blocked = blocked(because, queued, units, ranking);
                unassigned.add(new Plan.Unassigned(queued.of(), i + 1, because, blocked));
            } else {
                var other = greedy.get(transfer);
                var ward = other == null ? null : other.unit().ward();
                assigned.add(new Plan.Assigned(queued.of(), i + 1, option, ward));
            }
        }
        return new Plan(
                new PlanId(ids.next()),
                ranking.now(),
                assigned,
                unassigned,
                Plan.Total.of(task, chosen),
                Plan.Total.of(task, greedy));
    }

    private static Because because(Seeking seeking) {
        if (seeking == null) {
            return Because.RED_ALERT;
        }
        return seeking.options().isEmpty()
                ? Because.NO_SUITABLE_UNIT
                : Because.HIGHER_RANKS_FILL_IT;
    }

    private static Map<Why, Integer> blocked(
            Because because, Queued queued, Collection<Candidate> units, Ranking ranking) {
        return because == Because.NO_SUITABLE_UNIT
                ? Ranked.blocked(ranking.rank(queued.seeker(), units))
                : Map.of();
    }
}
