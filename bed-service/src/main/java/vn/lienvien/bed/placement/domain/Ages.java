package vn.lienvien.bed.placement.domain;

import java.math.BigDecimal;

/** Which patients a unit takes. */
public enum Ages {
    ADULT,
    PAEDIATRIC,
    ALL;

    private static final BigDecimal GROWN_KG = BigDecimal.valueOf(40);

    /** From 12 to 17 years and at 40 kg or more a patient fits both kinds of unit. */
    Finding takes(Needs needs) {
        if (this == ALL) {
            return Finding.YES;
        }
        if (needs.ageGroup() == null) {
            return Finding.UNKNOWN;
        }
        boolean ownKind = (needs.ageGroup() == AgeGroup.ADULT) == (this == ADULT);
        if (ownKind) {
            return Finding.YES;
        }
        boolean adolescent =
                needs.ageYears() != null && needs.ageYears() >= 12 && needs.ageYears() <= 17;
        if (!adolescent) {
            return Finding.NO;
        }
        if (needs.weightKg() == null) {
            return Finding.UNKNOWN;
        }
        return needs.weightKg().compareTo(GROWN_KG) >= 0 ? Finding.YES : Finding.NO;
    }
}
