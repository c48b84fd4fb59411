package vn.lienvien.bed.placement.adapter.timefold;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import vn.lienvien.bed.placement.domain.PlanTask;

/** The domain's own measure, so that there is one only; told of each choice as it changes. */
public class WorthOfSheet implements IncrementalScoreCalculator<Sheet, HardSoftScore> {

    private PlanTask.Tally tally;

    @Override
    public void resetWorkingSolution(Sheet sheet) {
        tally = sheet.task().new Tally();
        sheet.choices().forEach(choice -> tally.add(choice.option()));
    }

    @Override
    public void beforeVariableChanged(Object choice, String variable) {
        tally.remove(((Choice) choice).option());
    }

    @Override
    public void afterVariableChanged(Object choice, String variable) {
        tally.add(((Choice) choice).option());
    }

    @Override
    public HardSoftScore calculateScore() {
        var worth = tally.worth();
        return HardSoftScore.of(-worth.overfull(), -worth.cost());
    }
}
