package vn.lienvien.notification.roster.hotline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.time.DatabaseClock;

/** Changes the directory: each organisation its own entries. */
@ApplicationScoped
class ChangingHotlines {

    private final Hotlines hotlines;
    private final CurrentActor current;
    private final DatabaseClock clock;
    private final Audit audit;
    private final Once once;

    ChangingHotlines(
            Hotlines hotlines, CurrentActor current, DatabaseClock clock, Audit audit, Once once) {
        this.hotlines = hotlines;
        this.current = current;
        this.clock = clock;
        this.audit = audit;
        this.once = once;
    }

    void replace(OrganisationCode organisation, List<Hotline> next) {
        if (!current.get().organisation().equals(organisation)) {
            throw Problem.roleRequired(Roles.DOCTOR).exception();
        }
        once.run(
                null,
                null,
                () -> {
                    hotlines.lock(organisation.value());
                    hotlines.replace(organisation.value(), next, clock.now());
                    audit.record(
                            "hotlines.changed",
                            "organisation",
                            organisation.value(),
                            Map.of("entries", Integer.toString(next.size())));
                    return Done.ok(organisation);
                });
    }
}
