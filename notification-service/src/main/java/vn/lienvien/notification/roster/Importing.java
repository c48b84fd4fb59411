package vn.lienvien.notification.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;

/**
 * Imports a week in two steps, so that a person sees what was read before anybody is called by it.
 * Each runs in the transaction of its caller.
 */
@ApplicationScoped
class Importing {

    static final String EXPIRED = "roster-preview-expired";
    static final String CHANGED = "roster-changed";

    private final Rosters rosters;
    private final Previews previews;
    private final Covering covering;
    private final DatabaseClock clock;
    private final Ids ids;
    private final Audit audit;
    private final NotificationConfig config;

    Importing(
            Rosters rosters,
            Previews previews,
            Covering covering,
            DatabaseClock clock,
            Ids ids,
            Audit audit,
            NotificationConfig config) {
        this.rosters = rosters;
        this.previews = previews;
        this.covering = covering;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.config = config;
    }

    Done preview(Place place, Week week, List<Shift> shifts, String by) {
        var now = clock.now();
        var kept = config.roster().previewKept();
        previews.dropExpired(now.minus(kept));
        var base = rosters.current(place, week).map(Edition::version).orElse(0);
        var preview = new Preview(ids.next(), place, week, base, by, now.plus(kept), shifts);
        previews.keep(preview);
        return Done.created(preview.id());
    }

    Done take(UUID id, Place place, String by) {
        var preview =
                previews.find(id, place, by).orElseThrow(() -> Problem.notFound().exception());
        var now = clock.now();
        if (!now.isBefore(preview.expires())) {
            return Done.refused(EXPIRED);
        }
        var version = preview.base() + 1;
        var next = new Edition(place, preview.week(), version, now, by, null);
        if (!rosters.replace(next, preview.base(), preview.shifts())) {
            return Done.refused(CHANGED);
        }
        previews.drop(id);
        covering.review(place);
        audit.record(
                "roster.imported",
                "roster",
                place.code() + "/" + preview.week(),
                Map.of(
                        "version",
                        Integer.toString(version),
                        "shifts",
                        Integer.toString(preview.shifts().size())));
        return Done.created(next.id()).version(version);
    }
}
