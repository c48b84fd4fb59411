package vn.lienvien.bed.placement.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What the receiving unit must be able to do.
 *
 * @param ecmoMode null when not known
 * @param ageGroup null when not known
 * @param ageYears null when not known
 * @param weightKg null when not known
 * @param wishes hospitals the sender would like, best first; a wish ranks, it never filters
 */
public record Needs(
        EcmoStatus ecmoStatus,
        EcmoMode ecmoMode,
        AgeGroup ageGroup,
        Integer ageYears,
        BigDecimal weightKg,
        Finding crrt,
        Finding isolation,
        Set<Specialty> specialties,
        List<OrganisationId> wishes) {

    public Needs {
        specialties = Set.copyOf(specialties);
        wishes = List.copyOf(wishes);
    }
}
