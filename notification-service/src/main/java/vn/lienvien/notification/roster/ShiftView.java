package vn.lienvien.notification.roster;

import java.time.Instant;
import java.util.List;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;

/**
 * People on duty from a time until another.
 *
 * @param place whose roster says so: the unit's, or that of its house
 */
record ShiftView(
        String place, DutyLine line, Instant from, Instant until, List<PersonView> people) {

    static ShiftView of(Place place, Shift shift) {
        return new ShiftView(
                place.code(),
                shift.line(),
                shift.from(),
                shift.until(),
                shift.people().stream().map(PersonView::of).toList());
    }

    static List<ShiftView> of(Place place, List<Shift> shifts) {
        return shifts.stream().map(each -> of(place, each)).toList();
    }
}
