package vn.lienvien.simulation.kernel;

import java.time.Instant;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.simulation.Bug;

/** What {@code app_now()} says; with a planted bug, what a careless service would take for it. */
public final class DecidingClock extends DatabaseClock {

    private final VirtualClock clock;
    private final Database database;
    private final Bug bug;

    public DecidingClock(VirtualClock clock, Database database, Bug bug) {
        super(null);
        this.clock = clock;
        this.database = database;
        this.bug = bug;
    }

    @Override
    public Instant now() {
        return switch (bug) {
            case HOST_CLOCK -> clock.hostTime();
            case CLOCK_BEFORE_LOCK ->
                    database.depth() == 0 ? clock.now() : database.current().beganAt();
            default -> clock.now();
        };
    }
}
