package vn.lienvien.transfer.journey.application;

import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.ClinicalPicture.Known;
import vn.lienvien.transfer.journey.domain.AgeGroup;
import vn.lienvien.transfer.journey.domain.EcmoMode;
import vn.lienvien.transfer.journey.domain.EcmoStatus;
import vn.lienvien.transfer.journey.domain.Finding;
import vn.lienvien.transfer.journey.domain.PatientNeeds;

/** What a unit is searched by, read out of the clinical picture. */
public final class PictureNeeds {

    private static final int CHILD_UNTIL = 16;
    private static final int NEWBORN_UNTIL_DAYS = 28;

    private PictureNeeds() {}

    public static PatientNeeds of(ClinicalPicture p) {
        return new PatientNeeds(
                EcmoStatus.valueOf(p.ecmo().status().name()),
                p.ecmo().mode() == null ? null : EcmoMode.valueOf(p.ecmo().mode().name()),
                ageGroup(p),
                p.ageYears() == null ? Integer.valueOf(0) : p.ageYears(),
                p.weightKg(),
                finding(p.support() == null ? null : p.support().crrt()),
                finding(p.support() == null ? null : p.support().isolation()));
    }

    private static AgeGroup ageGroup(ClinicalPicture p) {
        if (p.ageDays() != null && p.ageDays() <= NEWBORN_UNTIL_DAYS) {
            return AgeGroup.NEWBORN;
        }
        return p.ageYears() == null || p.ageYears() < CHILD_UNTIL ? AgeGroup.CHILD : AgeGroup.ADULT;
    }

    private static Finding finding(Known known) {
        return known == null ? Finding.UNKNOWN : Finding.valueOf(known.name());
    }
}
