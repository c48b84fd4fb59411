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
        var age = it.reportedAt() == null ? null : Duration.between(it.reportedAt(), it.readAt());
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
                age == null
                        ? "NEVER_REPORTED"
                        : rules.ranking().freshness().of(age, it.inSurge()).name(),
                age == null ? null : age.toMinutes(),
                it.inSurge(),
                it.province(),
                it.invented());
    }
}
