package vn.lienvien.bed.placement.adapter.timefold;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import vn.lienvien.bed.placement.domain.PlanTask.Option;
import vn.lienvien.bed.placement.domain.PlanTask.Seeking;
import vn.lienvien.bed.placement.domain.UnitId;

/** The unit of one transfer; only those the ranking lets it have are ever tried. */
@PlanningEntity
public class Choice {

    @PlanningId public int number;
    private Seeking seeking;
    @ValueRangeProvider public List<UnitId> units;
    @PlanningVariable public UnitId unit;

    /** For the solver, which copies, and reads and writes the annotated fields. */
    public Choice() {}

    Choice(int number, Seeking seeking, UnitId unit) {
        this.number = number;
        this.seeking = seeking;
        this.units = List.copyOf(seeking.options().keySet());
        this.unit = unit;
    }

    Seeking seeking() {
        return seeking;
    }

    Option option() {
        return seeking.options().get(unit);
    }
}
