package vn.lienvien.bed.placement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a red alert has called: one centre with a mobile team after the other, until one goes.
 *
 * @param current asked and not yet answered; null when the next is to be asked
 * @param goes the team that goes to the patient
 */
public record TeamCall(
        List<OrganisationId> asked,
        OrganisationId current,
        Instant answerBy,
        OrganisationId goes,
        boolean exhausted) {

    public static final TeamCall NONE = new TeamCall(List.of(), null, null, null, false);

    public TeamCall {
        asked = List.copyOf(asked);
    }

    /** A new alarm calls everybody once more, unless somebody is asked, or on the way, already. */
    TeamCall anew() {
        return goes == null && current == null ? NONE : this;
    }

    /** Nobody has answered in time, or the last one cannot go. */
    public boolean nextIsDue(Instant now) {
        return goes == null && !exhausted && (current == null || !now.isBefore(answerBy));
    }

    TeamCall ask(OrganisationId next, Instant by) {
        var all = new ArrayList<>(asked);
        all.add(next);
        return new TeamCall(all, next, by, null, false);
    }

    /** People have called it themselves: it is not called once more. */
    TeamCall askedByHand(OrganisationId team) {
        if (asked.contains(team)) {
            return this;
        }
        var all = new ArrayList<>(asked);
        all.add(team);
        return new TeamCall(all, current, answerBy, goes, exhausted);
    }

    TeamCall exhaust() {
        return new TeamCall(asked, null, null, null, true);
    }

    TeamCall answered(OrganisationId team, boolean itGoes) {
        if (itGoes) {
            return new TeamCall(asked, null, null, team, exhausted);
        }
        if (team.equals(goes)) {
            // whoever counted on it must hear when there is no other
            return new TeamCall(asked, null, null, null, false);
        }
        return team.equals(current) ? new TeamCall(asked, null, null, goes, exhausted) : this;
    }
}
