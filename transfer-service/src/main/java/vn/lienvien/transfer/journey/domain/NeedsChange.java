package vn.lienvien.transfer.journey.domain;

import java.util.List;

/**
 * What has changed in what the patient needs; null leaves as it is. It is applied to what the
 * transfer needs once its row is locked, so that two people changing two things lose neither.
 */
public record NeedsChange(
        EcmoStatus ecmoStatus,
        EcmoMode ecmoMode,
        Finding crrt,
        Finding isolation,
        List<Specialty> specialties,
        List<Organisation> wishes) {

    Needs appliedTo(Needs present) {
        return new Needs(
                either(ecmoStatus, present.ecmoStatus()),
                either(ecmoMode, present.ecmoMode()),
                present.ageGroup(),
                present.ageYears(),
                present.weightKg(),
                either(crrt, present.crrt()),
                either(isolation, present.isolation()),
                either(specialties, present.specialties()),
                either(wishes, present.wishes()));
    }

    private static <T> T either(T changed, T present) {
        return changed == null ? present : changed;
    }
}
