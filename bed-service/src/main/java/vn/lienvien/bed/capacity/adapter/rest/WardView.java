package vn.lienvien.bed.capacity.adapter.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.lienvien.bed.capacity.adapter.rest.UnitView.Findings;
import vn.lienvien.bed.capacity.domain.WardFacts;
import vn.lienvien.bed.placement.domain.Specialty;

/** What a unit is and can do. */
record WardView(
        String organisation,
        String ages,
        Findings findings,
        List<String> specialties,
        List<String> lacks,
        BigDecimal minWeightKg,
        BigDecimal maxWeightKg,
        boolean mobileTeam,
        LocalDate validTo) {

    static WardView of(WardFacts it) {
        return new WardView(
                it.ward().organisation().value(),
                it.ages().name(),
                new Findings(
                        it.vv().name(), it.va().name(), it.crrt().name(), it.isolation().name()),
                names(it.specialties()),
                names(it.lacks()),
                it.minWeightKg(),
                it.maxWeightKg(),
                it.mobileTeam(),
                it.validTo());
    }

    private static List<String> names(Set<Specialty> specialties) {
        return specialties.stream().map(Enum::name).sorted().toList();
    }
}
