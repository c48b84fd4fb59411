package vn.lienvien.notification.roster;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Week;

/** Weeks to be looked at, in any of their versions. */
@ApplicationScoped
class Weeks {

    private final Rosters rosters;

    Weeks(Rosters rosters) {
        this.rosters = rosters;
    }

    WeekView view(Place place, Week week, Integer version) {
        var edition = edition(place, week, version);
        return WeekView.of(edition, rosters.editions(place, week), rosters.shifts(edition));
    }

    /**
     * @param version null for the one that holds
     */
    Edition edition(Place place, Week week, Integer version) {
        return rosters.editions(place, week).stream()
                .filter(each -> version == null || each.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
