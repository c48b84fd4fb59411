package vn.lienvien.bed.placement.application;

import java.util.Map;
import vn.lienvien.bed.placement.domain.PlanTask;
import vn.lienvien.bed.placement.domain.PlanTask.Option;
import vn.lienvien.bed.placement.domain.TransferId;

/** Looks for a better assignment of the same transfers. */
public interface PlanSolver {

    /**
     * @param start an assignment that can stand
     * @return one that is not worse, of the same transfers
     */
    Map<TransferId, Option> improve(PlanTask task, Map<TransferId, Option> start);
}
