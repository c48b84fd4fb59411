package vn.lienvien.notification.roster;

import java.time.Instant;
import java.util.List;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.notification.roster.domain.DutyLine;

/** What a ladder asks of the rosters. */
public interface OnDuty {

    /**
     * Whom to call, in order. Where the unit has nobody on this line, whoever is on it for the
     * house answers. Empty in a gap: take the next rung at once.
     *
     * @param unit null asks the house only
     */
    List<Reachable> who(OrganisationCode organisation, UnitCode unit, DutyLine line, Instant at);
}
