package vn.lienvien.notification.roster;

import java.time.Instant;
import java.util.List;
import vn.lienvien.notification.roster.domain.Shift;

/**
 * One version of a week.
 *
 * @param supersededAt null while it holds
 * @param versions all there are of this week, the newest first
 */
record WeekView(
        String place,
        String week,
        int version,
        Instant importedAt,
        String importedBy,
        Instant supersededAt,
        List<Integer> versions,
        List<ShiftView> shifts) {

    static WeekView of(Edition edition, List<Edition> all, List<Shift> shifts) {
        return new WeekView(
                edition.place().code(),
                edition.week().toString(),
                edition.version(),
                edition.imported(),
                edition.by(),
                edition.superseded(),
                all.stream().map(Edition::version).toList(),
                ShiftView.of(edition.place(), shifts));
    }
}
