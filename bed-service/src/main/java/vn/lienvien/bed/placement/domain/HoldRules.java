package vn.lienvien.bed.placement.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The clocks of placement; each is configuration, proposed for this project.
 *
 * @param hold how long a slot is kept for an answer; a class without one (U0) is never held for
 * @param answer how long a unit may take where nothing is held for a red alert
 * @param consulting how long "let us consult" stops the clock
 * @param teamAnswer how long a red alert waits for one team before it calls the next
 * @param ageing after which a planned transfer (U3) queues as U2
 */
public record HoldRules(
        Map<Urgency, Duration> hold,
        Duration answer,
        Duration consulting,
        Duration teamAnswer,
        Duration ageing) {

    public HoldRules {
        hold = Map.copyOf(hold);
    }

    public static final HoldRules PROPOSED =
            new HoldRules(
                    Map.of(
                            Urgency.U1, Duration.ofMinutes(20),
                            Urgency.U2, Duration.ofHours(1),
                            Urgency.U3, Duration.ofHours(24)),
                    Duration.ofMinutes(5),
                    Duration.ofHours(2),
                    Duration.ofMinutes(2),
                    Duration.ofHours(12));

    /** A red alert goes to a team's own bed; it never keeps a bed from others. */
    public boolean holds(Urgency urgency) {
        return hold.containsKey(urgency);
    }

    public Duration clock(Urgency urgency) {
        return hold.getOrDefault(urgency, answer);
    }

    /** Null for what has no lapse: agreed, or a team's own bed. */
    public Instant until(OfferKind kind, Urgency urgency, Instant now) {
        return kind.lapses() ? now.plus(clock(urgency)) : null;
    }
}
