package vn.lienvien.transfer.clinical;

import java.math.BigDecimal;
import java.time.Instant;
import vn.lienvien.transfer.clinical.ClinicalPicture.BloodGas.PressureUnit;
import vn.lienvien.transfer.clinical.ClinicalPicture.Known;
import vn.lienvien.transfer.text.Moment;

/**
 * How ill the patient was before the circuit ran. Scores and criteria of candidacy use these alone:
 * measured on ECMO, the same numbers say something else.
 *
 * @param pressureUnit of pao2 and paco2 as sent; kept in mmHg
 * @param ventilatedHours on a ventilator before ECMO
 * @param extraPulmonaryInfection an infection beside that of the lungs
 */
public record BeforeEcmo(
        @Moment Instant takenAt,
        PressureUnit pressureUnit,
        BigDecimal pao2,
        BigDecimal paco2,
        BigDecimal ph,
        BigDecimal hco3,
        BigDecimal fio2,
        BigDecimal peep,
        BigDecimal pip,
        BigDecimal pplat,
        Integer respiratoryRate,
        BigDecimal ventilatedHours,
        Integer systolic,
        Integer diastolic,
        Integer meanPressure,
        BigDecimal norepinephrineUgKgMin,
        BigDecimal plateletsGL,
        BigDecimal bilirubinUmolL,
        BigDecimal creatinineUmolL,
        Integer gcs,
        Known renalReplacement,
        Known cardiacArrest,
        Known bicarbonateGiven,
        Known brainDysfunction,
        Known extraPulmonaryInfection) {}
