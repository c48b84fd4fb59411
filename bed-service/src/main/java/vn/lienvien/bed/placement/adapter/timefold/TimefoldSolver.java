package vn.lienvien.bed.placement.adapter.timefold;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import vn.lienvien.bed.placement.application.PlanLimits;
import vn.lienvien.bed.placement.application.PlanSolver;
import vn.lienvien.bed.placement.domain.PlanTask;
import vn.lienvien.bed.placement.domain.PlanTask.Option;
import vn.lienvien.bed.placement.domain.TransferId;

/**
 * Local search from an assignment that can stand. One at a time: it takes a whole core, which the
 * allocator needs too. Nothing of Timefold is loaded before the first plan.
 */
@ApplicationScoped
class TimefoldSolver implements PlanSolver {

    /**
     * Worse is taken that is better than so many steps ago. Timefold's own 400 is for a search of
     * minutes: in two seconds it comes to twice the minutes of travel (docs/performance.md).
     */
    private static final int LATE = 5;

    /** Steps without a better answer, after which a small plan need not wait any longer. */
    private static final int IN_VAIN = 10_000;

    private final PlanLimits limits;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private SolverFactory<Sheet> factory;

    TimefoldSolver(PlanLimits limits) {
        this.limits = limits;
    }

    @Override
    public Map<TransferId, Option> improve(PlanTask task, Map<TransferId, Option> start) {
        var choices = new ArrayList<Choice>();
        for (var seeking : task.seeking()) {
            var option = start.get(seeking.transfer());
            if (option != null) {
                choices.add(new Choice(choices.size(), seeking, option.id()));
            }
        }
        if (choices.stream().allMatch(it -> it.seeking().options().size() == 1)) {
            return start;
        }
        var chosen = new LinkedHashMap<TransferId, Option>();
        solve(new Sheet(task, choices))
                .choices()
                .forEach(it -> chosen.put(it.seeking().transfer(), it.option()));
        return chosen;
    }

    private Sheet solve(Sheet sheet) {
        oneAtATime.lock();
        try {
            if (factory == null) {
                factory = SolverFactory.create(config());
            }
            return factory.buildSolver().solve(sheet);
        } finally {
            oneAtATime.unlock();
        }
    }

    private SolverConfig config() {
        return new SolverConfig()
                .withSolutionClass(Sheet.class)
                .withEntityClasses(Choice.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig()
                                .withIncrementalScoreCalculatorClass(WorthOfSheet.class))
                .withPhases(search())
                .withTerminationConfig(
                        new TerminationConfig()
                                .withSpentLimit(limits.solveWithin())
                                .withMoveCountLimit(limits.moves())
                                .withUnimprovedStepCountLimit(IN_VAIN));
    }

    private static LocalSearchPhaseConfig search() {
        return new LocalSearchPhaseConfig()
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    }
}
