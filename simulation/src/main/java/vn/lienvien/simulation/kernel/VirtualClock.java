package vn.lienvien.simulation.kernel;

import java.time.Duration;
import java.time.Instant;

/** The time of the virtual world: what the three databases say, and how wrong the hosts are. */
public final class VirtualClock {

    private Instant now = Instant.parse("2026-01-05T06:00:00Z");
    private Duration skew = Duration.ZERO;

    public Instant now() {
        return now;
    }

    public void advanceTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    /** What the application's host believes; nothing that ships may ask. */
    public Instant hostTime() {
        return now.plus(skew);
    }

    public void skew(Duration wrong) {
        skew = wrong;
    }
}
