package vn.lienvien.transfer.journey.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the receiving unit must be able to do.
 *
 * @param ageYears null when not known
 * @param weightKg null when not known
 * @param wishes best first; a wish ranks, it never filters
 */
public record Needs(
        EcmoStatus ecmoStatus,
        EcmoMode ecmoMode,
        AgeGroup ageGroup,
        Integer ageYears,
        BigDecimal weightKg,
        Finding crrt,
        Finding isolation,
        List<Specialty> specialties,
        List<Organisation> wishes) {

    public Needs {
        specialties = List.copyOf(specialties);
        wishes = List.copyOf(wishes);
    }
}
