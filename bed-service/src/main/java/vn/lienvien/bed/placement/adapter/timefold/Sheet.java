package vn.lienvien.bed.placement.adapter.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.List;
import vn.lienvien.bed.placement.domain.PlanTask;

/** All choices together. */
@PlanningSolution
public class Sheet {

    private PlanTask task;
    @PlanningEntityCollectionProperty public List<Choice> choices;
    @PlanningScore public HardSoftScore score;

    /** For the solver, which copies, and reads and writes the annotated fields. */
    public Sheet() {}

    Sheet(PlanTask task, List<Choice> choices) {
        this.task = task;
        this.choices = choices;
    }

    PlanTask task() {
        return task;
    }

    List<Choice> choices() {
        return choices;
    }
}
