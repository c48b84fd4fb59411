package vn.lienvien.transfer.clinical;

import vn.lienvien.transfer.clinical.ClinicalPicture.Known;
import vn.lienvien.transfer.text.PlainText;

/**
 * What was there before, and what was decided. Unknown is a finding of its own.
 *
 * @param limits what is not to be done
 * @param consent to the transfer, by the patient or whoever speaks for the patient
 * @param frailty Clinical Frailty Scale, from 65 years on only
 */
public record Background(
        Known allergy,
        @PlainText(max = 200) String allergies,
        Known pregnant,
        Integer pregnancyWeeks,
        Known transfusionRefused,
        Known immunosuppressed,
        Known causeReversible,
        Known treatmentLimits,
        @PlainText(max = 300) String limits,
        Integer frailty,
        Known familyInformed,
        Known interpreterNeeded,
        Known consent) {}
