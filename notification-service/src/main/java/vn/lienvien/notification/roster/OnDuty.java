package vn.lienvien.notification.roster;

import java.time.Instant;
import java.util.List;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.notification.roster.domain.DutyLine;

/** What a ladder asks of the rosters. */
public interface OnDuty {

    /**
     * Somebody to call, or nobody.
     *
     * @param people in the order of calling
     * @param rostered the line is kept there; nobody on it is then a gap, not mere ignorance
     */
    record Line(List<Reachable> people, boolean rostered) {

        public boolean gap() {
            return rostered && people.isEmpty();
        }
    }

    /**
     * Whom to call. Where the unit has nobody on this line, whoever is on it for the house answers.
     *
     * @param unit null asks the house or, where it does not keep the line, all its units
     */
    Line line(OrganisationCode organisation, UnitCode unit, DutyLine line, Instant at);
}
