package vn.lienvien.notification.roster;

import java.time.Instant;
import java.util.List;
import vn.lienvien.notification.roster.domain.DutyLine;

/** Times ahead in which a line that is usually rostered has nobody, soonest first. */
record GapsView(Instant from, Instant until, List<GapView> items) {

    /** A gap, and the place that has to close it. */
    record GapView(String place, String organisation, DutyLine line, Instant from, Instant until) {

        static GapView of(Duties.PlacedGap placed) {
            var gap = placed.gap();
            return new GapView(
                    placed.place().code(),
                    placed.place().organisation(),
                    gap.line(),
                    gap.from(),
                    gap.until());
        }
    }
}
