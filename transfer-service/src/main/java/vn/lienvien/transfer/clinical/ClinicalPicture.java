package vn.lienvien.transfer.clinical;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import vn.lienvien.transfer.text.Moment;
import vn.lienvien.transfer.text.PlainText;

/**
 * The clinical picture as the sending hospital gives it, without identity. What is not known is
 * absent; units are in the names.
 *
 * @param ageDays for a patient in the first year
 */
public record ClinicalPicture(
        Integer ageYears,
        Integer ageDays,
        Sex sex,
        BigDecimal weightKg,
        BigDecimal heightCm,
        @Valid Diagnosis diagnosis,
        @Valid Course course,
        @Valid Vitals vitals,
        @Valid Ecmo ecmo,
        @Valid Ventilator ventilator,
        @Valid BloodGas bloodGas,
        @Valid Laboratory laboratory,
        @Valid Support support) {

    /** For predicted body weight. */
    public enum Sex {
        FEMALE,
        MALE,
        UNKNOWN
    }

    /** Unknown is not "no". */
    public enum Known {
        YES,
        NO,
        UNKNOWN
    }

    /** Main diagnosis. */
    public record Diagnosis(
            @Pattern(regexp = "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?") String icd10,
            @PlainText(max = 500) String text) {}

    /** When it began; ventilator days are computed, never typed. */
    public record Course(
            @Moment Instant onsetAt,
            @Moment Instant admittedAt,
            @Moment Instant icuAt,
            @Moment Instant intubatedAt) {}

    /**
     * @param spo2Percent on VA the right hand; absent when it cannot be measured
     */
    public record Vitals(
            @Moment Instant takenAt,
            Integer heartRate,
            Integer systolic,
            Integer diastolic,
            Integer meanPressure,
            BigDecimal spo2Percent,
            BigDecimal temperatureC,
            Integer gcs) {}

    /** The circuit, or the wish for one. */
    public record Ecmo(
            Status status,
            Mode mode,
            @Moment Instant startedAt,
            BigDecimal flowLMin,
            Integer pumpRpm,
            BigDecimal sweepLMin,
            BigDecimal fdo2,
            BigDecimal venousPressureMmHg,
            Integer oxygenatorDays,
            Known limbPerfusion) {

        /** Where the circuit stands. */
        public enum Status {
            RUNNING,
            TEAM_CANNULATES,
            CANNULATE_THERE,
            UNKNOWN,
            NOT_NEEDED
        }

        /** Configuration. */
        public enum Mode {
            VV,
            VA,
            VAV,
            OTHER
        }
    }

    /** Settings and pressures in cmH₂O. */
    public record Ventilator(
            @PlainText(max = 20) String mode,
            BigDecimal fio2,
            BigDecimal peep,
            BigDecimal pip,
            BigDecimal pplat,
            BigDecimal tidalVolumeMl,
            Integer respiratoryRate,
            BigDecimal minuteVolumeL) {}

    /**
     * @param pressureUnit of paco2 and pao2 as sent; kept in mmHg
     */
    public record BloodGas(
            @Moment Instant takenAt,
            PressureUnit pressureUnit,
            BigDecimal ph,
            BigDecimal paco2,
            BigDecimal pao2,
            BigDecimal hco3,
            BigDecimal baseExcess,
            BigDecimal lactate) {

        /** Of a gas. */
        public enum PressureUnit {
            MMHG,
            KPA
        }
    }

    /** Blood. */
    public record Laboratory(
            @Moment Instant takenAt,
            BigDecimal haemoglobinGL,
            BigDecimal plateletsGL,
            BigDecimal inr,
            BigDecimal apttS,
            BigDecimal fibrinogenGL,
            BigDecimal actS,
            BigDecimal sodiumMmolL,
            BigDecimal potassiumMmolL,
            BigDecimal glucoseMmolL,
            BigDecimal creatinineUmolL,
            BigDecimal bilirubinUmolL) {}

    /** What the receiving unit must go on with. */
    public record Support(
            Known crrt,
            Known isolation,
            @PlainText(max = 200) String infection,
            @Size(max = 12) List<@Valid @NotNull Vasoactive> vasoactives) {}

    /**
     * @param doseUgKgMin for all but vasopressin
     */
    public record Vasoactive(Drug drug, BigDecimal doseUgKgMin, BigDecimal doseUMin) {

        /** Coded, so that ranges apply. */
        public enum Drug {
            NOREPINEPHRINE,
            EPINEPHRINE,
            DOPAMINE,
            DOBUTAMINE,
            MILRINONE,
            VASOPRESSIN
        }
    }

    /** A child is under 16. */
    public boolean adult() {
        return ageYears != null && ageYears >= 16;
    }
}
