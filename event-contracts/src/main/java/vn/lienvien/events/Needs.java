package vn.lienvien.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the receiving unit must be able to do.
 *
 * @param ageYears whole years, 0 to 120; null when not known
 * @param weightKg 0.3 to 350 kg; null when not known
 * @param wishes organisations the referring hospital would like, best first; a wish ranks, it never
 *     filters
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
        List<OrganisationCode> wishes) {}
