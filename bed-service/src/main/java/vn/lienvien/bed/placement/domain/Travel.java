package vn.lienvien.bed.placement.domain;

import java.time.Duration;

/**
 * How long an ambulance is on the road. Answers at once, from what is known: it is asked under the
 * allocator's lock.
 */
@FunctionalInterface
public interface Travel {

    Leg between(Place from, Place to);

    /**
     * @param routedAgo how old the route is that this was read from; null for an estimate
     */
    record Leg(int minutes, Duration routedAgo) {

        public static Leg estimated(int minutes) {
            return new Leg(minutes, null);
        }

        boolean estimate() {
            return routedAgo == null;
        }
    }
}
