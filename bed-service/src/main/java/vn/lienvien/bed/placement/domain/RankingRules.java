package vn.lienvien.bed.placement.domain;

import java.time.Duration;

/**
 * Weights of the ranking, all in minutes of travel so that they can be compared; proposed for this
 * project.
 *
 * @param detour road over great circle
 * @param kmh between provinces
 * @param cityKmh inside Hà Nội or Hồ Chí Minh City
 * @param fullLoad minutes a unit that would be full counts as farther away
 * @param stale minutes per step of age of its last report (fresh, amber, old, expired)
 * @param region minutes outside the responsibility region; 0 in normal times
 * @param fresh a report is fresh until then: one a shift
 * @param amber until then amber
 * @param old until then old, later expired
 */
public record RankingRules(
        double detour,
        double kmh,
        double cityKmh,
        int fullLoad,
        int stale,
        int region,
        Duration fresh,
        Duration amber,
        Duration old) {

    public static final RankingRules PROPOSED =
            new RankingRules(
                    1.35,
                    40,
                    20,
                    60,
                    15,
                    0,
                    Duration.ofHours(8),
                    Duration.ofHours(12),
                    Duration.ofHours(24));

    /** An estimate, and shown as one. */
    public Travel.Leg estimate(Place from, Place to) {
        double speed = from.sameBigCity(to) ? cityKmh : kmh;
        return Travel.Leg.estimated((int) Math.round(from.greatCircleKm(to) * detour / speed * 60));
    }

    public Freshness freshness(Duration age) {
        if (age == null || age.compareTo(old) > 0) {
            return Freshness.EXPIRED;
        }
        if (age.compareTo(amber) > 0) {
            return Freshness.OLD;
        }
        return age.compareTo(fresh) > 0 ? Freshness.AMBER : Freshness.FRESH;
    }

    /** How far a number can be trusted by its age. */
    public enum Freshness {
        FRESH(0),
        AMBER(1),
        OLD(2),
        EXPIRED(3);

        private final int steps;

        Freshness(int steps) {
            this.steps = steps;
        }

        int steps() {
            return steps;
        }
    }
}
