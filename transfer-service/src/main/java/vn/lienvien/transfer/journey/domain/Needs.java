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

    /**
     * After an amendment of the picture. What it left as it was may have been changed meanwhile
     * without it, and stays; age and weight are known from the picture alone.
     */
    Needs amended(PatientNeeds before, PatientNeeds after) {
        return new Needs(
                after.ecmoStatus() == before.ecmoStatus() ? ecmoStatus : after.ecmoStatus(),
                after.ecmoMode() == before.ecmoMode() ? ecmoMode : after.ecmoMode(),
                after.ageGroup(),
                after.ageYears(),
                isAbout(after.weightKg()) ? weightKg : after.weightKg(),
                after.crrt() == before.crrt() ? crrt : after.crrt(),
                after.isolation() == before.isolation() ? isolation : after.isolation(),
                specialties,
                wishes);
    }

    /** Within a tenth: no unit is chosen by it, and whoever is asked is not asked anew for it. */
    private boolean isAbout(BigDecimal other) {
        return weightKg != null
                && other != null
                && weightKg.subtract(other).abs().compareTo(weightKg.movePointLeft(1)) <= 0;
    }
}
