package vn.lienvien.bed.placement.domain;

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
 * @param freshness how long a report is believed
 */
public record RankingRules(
        double detour,
        double kmh,
        double cityKmh,
        int fullLoad,
        int stale,
        int region,
        FreshnessRules freshness) {

    public static final RankingRules PROPOSED =
            new RankingRules(1.35, 40, 20, 60, 15, 0, FreshnessRules.PROPOSED);

    /** An estimate, and shown as one. */
    public Travel.Leg estimate(Place from, Place to) {
        double speed = from.sameBigCity(to) ? cityKmh : kmh;
        return Travel.Leg.estimated((int) Math.round(from.greatCircleKm(to) * detour / speed * 60));
    }
}
