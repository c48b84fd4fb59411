package vn.lienvien.notification.roster.sheet;

import java.util.List;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;

/**
 * What was read of a workbook.
 *
 * @param week null when it could not be told
 */
public record Draft(Week week, List<Shift> shifts, List<Found> found) {

    public Draft {
        shifts = List.copyOf(shifts);
        found = List.copyOf(found);
    }

    public List<Found> faults() {
        return found.stream().filter(each -> !each.what().isNote()).toList();
    }

    public List<Found> notes() {
        return found.stream().filter(each -> each.what().isNote()).toList();
    }
}
