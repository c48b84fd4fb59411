package vn.lienvien.transfer.journey.domain;

import java.math.BigDecimal;

/**
 * What a clinical picture says of the needs; the rest of them (specialties, wishes) is no finding.
 *
 * @param weightKg null when not known
 */
public record PatientNeeds(
        EcmoStatus ecmoStatus,
        EcmoMode ecmoMode,
        AgeGroup ageGroup,
        Integer ageYears,
        BigDecimal weightKg,
        Finding crrt,
        Finding isolation) {}
