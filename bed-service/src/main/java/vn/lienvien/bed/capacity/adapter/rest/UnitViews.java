package vn.lienvien.bed.capacity.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import vn.lienvien.bed.capacity.application.Register.UnitPicture;
import vn.lienvien.bed.placement.application.PlacementRules;

@ApplicationScoped
class UnitViews {

    private final PlacementRules rules;

    UnitViews(PlacementRules rules) {
        this.rules = rules;
    }

    UnitView of(UnitPicture it) {
        return new UnitView(
                it.code(),
                it.organisation(),
                it.ages(),
                new UnitView.Findings(it.vv(), it.va(), it.crrt(), it.isolation()),
                it.specialties(),
                it.mobileTeam(),
                it.activated(),
                it.readyForOutside(),
                it.dutyPhone(),
                it.doubt(),
                it.slots(),
                it.report(),
                it.reportedAt(),
                it.source() == null ? null : it.source().name(),
                freshness(it),
                ageMinutes(it),
                it.askedAt(),
                it.inSurge(),
                it.province(),
                it.invented());
    }

    String freshness(UnitPicture it) {
        return it.reportedAt() == null
                ? "NEVER_REPORTED"
                : rules.ranking().freshness().of(age(it), it.inSurge()).name();
    }

    /** Null when it never reported. */
    Long ageMinutes(UnitPicture it) {
        return it.reportedAt() == null ? null : age(it).toMinutes();
    }

    private static Duration age(UnitPicture it) {
        return Duration.between(it.reportedAt(), it.readAt());
    }
}
