package vn.lienvien.bed.placement.adapter.timefold;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;

/** The domain's own measure, so that there is one only. */
public class WorthOfSheet implements EasyScoreCalculator<Sheet, HardSoftScore> {

    @Override
    public HardSoftScore calculateScore(Sheet sheet) {
        var worth = sheet.task().worth(sheet.choices().stream().map(Choice::option).toList());
        return HardSoftScore.of(-worth.overfull(), -worth.cost());
    }
}
