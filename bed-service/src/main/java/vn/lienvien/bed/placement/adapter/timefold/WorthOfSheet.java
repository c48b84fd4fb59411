package vn.lienvien.bed.placement.adapter.timefold;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;

/** The domain's own measure, so that there is one only. */
public class WorthOfSheet implements EasyScoreCalculator<Sheet, HardMediumSoftScore> {

    @Override
    public HardMediumSoftScore calculateScore(Sheet sheet) {
        var worth = sheet.task().worth(sheet.choices().stream().map(Choice::option).toList());
        return HardMediumSoftScore.of(-worth.overfull(), -worth.unsure(), -worth.cost());
    }
}
