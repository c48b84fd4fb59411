package vn.lienvien.bed.capacity.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import vn.lienvien.bed.placement.domain.Ages;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.Specialty;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;

/**
 * What a unit is and can do, as the register says; whether it takes patients is its own to say.
 *
 * @param lacks specialties it is known not to have
 * @param minWeightKg null when unknown
 * @param validTo the last day it exists; null while it goes on
 */
public record WardFacts(
        Ward ward,
        Ages ages,
        Finding vv,
        Finding va,
        Finding crrt,
        Finding isolation,
        Set<Specialty> specialties,
        Set<Specialty> lacks,
        BigDecimal minWeightKg,
        BigDecimal maxWeightKg,
        boolean mobileTeam,
        LocalDate validTo) {

    public UnitId unit() {
        return ward.unit();
    }
}
