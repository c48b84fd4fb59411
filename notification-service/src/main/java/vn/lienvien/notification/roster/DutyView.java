package vn.lienvien.notification.roster;

import java.time.Instant;
import java.util.List;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Place;

/**
 * Who is on duty at a time, and who comes next.
 *
 * @param roster the week's version behind it; null when none was imported
 */
record DutyView(String place, Instant at, List<LineView> lines, EditionView roster) {

    /** Nobody now is a gap: the next line of calling is due. */
    record LineView(DutyLine line, List<ShiftView> now, List<ShiftView> next) {

        static LineView of(Duties.Watch watch) {
            return new LineView(watch.line(), views(watch.now()), views(watch.next()));
        }

        private static List<ShiftView> views(List<Duties.Placed> shifts) {
            return shifts.stream().map(each -> ShiftView.of(each.place(), each.shift())).toList();
        }
    }

    /** Where the data comes from and how old it is. */
    record EditionView(String week, int version, Instant importedAt) {
        static EditionView of(Edition edition) {
            return new EditionView(
                    edition.week().toString(), edition.version(), edition.imported());
        }
    }

    static DutyView of(Place place, Instant at, List<Duties.Watch> watches, Edition edition) {
        return new DutyView(
                place.code(),
                at,
                watches.stream().map(LineView::of).toList(),
                edition == null ? null : EditionView.of(edition));
    }
}
