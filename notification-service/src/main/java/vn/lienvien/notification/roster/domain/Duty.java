package vn.lienvien.notification.roster.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is on duty at one place; asked with a time, it knows no clock. Weeks follow each other
 * without a seam: a shift belongs to the week it begins in and may end in the next.
 *
 * @param shifts in the order of the roster, which is the order of calling
 */
public record Duty(List<Shift> shifts) {

    public Duty {
        shifts = List.copyOf(shifts);
    }

    /** Shifts of all lines that cover the time; empty in a gap. */
    public List<Shift> at(Instant time) {
        return shifts.stream().filter(each -> each.covers(time)).toList();
    }

    /** Whoever of the line takes over next after the time; several when they begin together. */
    public List<Shift> next(DutyLine line, Instant time) {
        var later = of(line).stream().filter(each -> each.from().isAfter(time)).toList();
        return later.stream()
                .map(Shift::from)
                .min(Instant::compareTo)
                .map(first -> later.stream().filter(each -> each.from().equals(first)).toList())
                .orElse(List.of());
    }

    /** Times within the window in which the line has nobody. */
    public List<Gap> gaps(DutyLine line, Instant from, Instant until) {
        var gaps = new ArrayList<Gap>();
        var covered = from;
        for (var shift : of(line).stream().sorted(comparing(Shift::from)).toList()) {
            var begins = shift.from().isBefore(until) ? shift.from() : until;
            if (covered.isBefore(begins)) {
                gaps.add(new Gap(line, covered, begins));
            }
            covered = covered.isAfter(shift.until()) ? covered : shift.until();
        }
        if (covered.isBefore(until)) {
            gaps.add(new Gap(line, covered, until));
        }
        return gaps;
    }

    /** Whether the line has somebody at the time, judged by what is rostered until the horizon. */
    public Cover cover(DutyLine line, Instant at, Instant horizon) {
        var gaps = gaps(line, at, horizon);
        if (gaps.isEmpty()) {
            return new Cover.Covered(horizon);
        }
        var first = gaps.getFirst();
        if (first.from().isAfter(at)) {
            return new Cover.Covered(first.from());
        }
        return new Cover.Uncovered(first.until().isBefore(horizon) ? first.until() : null);
    }

    private List<Shift> of(DutyLine line) {
        return shifts.stream()
                .filter(each -> each.line() == line && !each.people().isEmpty())
                .toList();
    }
}
