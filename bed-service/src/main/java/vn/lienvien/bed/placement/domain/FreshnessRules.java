package vn.lienvien.bed.placement.domain;

import java.time.Duration;

/**
 * How long what a unit said of itself is believed. A unit reports once a shift; in a declared surge
 * beds are gone within the hour, so it reports every hour and older numbers count for less.
 */
public record FreshnessRules(Limits usual, Limits surge) {

    /**
     * @param fresh until then
     * @param amber until then
     * @param old until then, later expired
     */
    public record Limits(Duration fresh, Duration amber, Duration old) {
        public Limits {
            if (fresh.compareTo(amber) > 0 || amber.compareTo(old) > 0) {
                throw new IllegalArgumentException(
                        "fresh, amber, old: each at least the one before");
            }
        }

        private Freshness of(Duration age) {
            if (age.compareTo(old) > 0) {
                return Freshness.EXPIRED;
            }
            if (age.compareTo(amber) > 0) {
                return Freshness.OLD;
            }
            return age.compareTo(fresh) > 0 ? Freshness.AMBER : Freshness.FRESH;
        }
    }

    /** 8, 12 and 24 h by design; in a surge 60 min, and the same proportions. */
    public static final FreshnessRules PROPOSED =
            new FreshnessRules(
                    new Limits(Duration.ofHours(8), Duration.ofHours(12), Duration.ofHours(24)),
                    new Limits(
                            Duration.ofMinutes(60), Duration.ofMinutes(90), Duration.ofHours(3)));

    /**
     * @param age null when it never reported
     * @param inSurge a surge is declared where the unit is
     */
    public Freshness of(Duration age, boolean inSurge) {
        return age == null ? Freshness.EXPIRED : (inSurge ? surge : usual).of(age);
    }
}
