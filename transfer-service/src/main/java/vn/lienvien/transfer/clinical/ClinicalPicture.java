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
 * @param ageYears by the birth date where it was sent with the request
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
        @Valid Support support,
        @Valid BeforeEcmo beforeEcmo,
        @Valid Arrest arrest,
        @Valid Imaging imaging,
        @Valid Anticoagulation anticoagulation,
        @Valid Background background) {

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
     * @param spo2Percent on VA the right hand
     * @param spo2Unmeasurable there is no signal: another thing than not having looked
     * @param gcs the sum, where that is all that is known
     * @param verbal 1 to 5, or T with a tube
     */
    public record Vitals(
            @Moment Instant takenAt,
            Integer heartRate,
            Integer systolic,
            Integer diastolic,
            Integer meanPressure,
            BigDecimal spo2Percent,
            Boolean spo2Unmeasurable,
            BigDecimal temperatureC,
            Integer gcs,
            Integer eyes,
            @Pattern(regexp = "[1-5T]") String verbal,
            Integer motor,
            BigDecimal pupilLeftMm,
            BigDecimal pupilRightMm) {}

    /**
     * The circuit, or the wish for one.
     *
     * @param takenAt when flow, pump, gas and pressures were read
     * @param venousPressureMmHg P1
     * @param preOxygenatorMmHg P2
     * @param postOxygenatorMmHg P3
     * @param limbPerfusion a leg with a cannula has one of its own for its perfusion
     * @param limbCheckedAt when somebody last looked at that leg
     */
    public record Ecmo(
            Status status,
            Mode mode,
            Indication indication,
            @Moment Instant startedAt,
            BigDecimal flowLMin,
            Integer pumpRpm,
            BigDecimal sweepLMin,
            BigDecimal fdo2,
            BigDecimal venousPressureMmHg,
            BigDecimal preOxygenatorMmHg,
            BigDecimal postOxygenatorMmHg,
            @PlainText(max = 100) String oxygenator,
            Integer oxygenatorDays,
            @PlainText(max = 100) String console,
            Integer batteryPercent,
            @Moment Instant batteryTestedAt,
            Known limbPerfusion,
            @Moment Instant limbCheckedAt,
            Known leftVentricleVented,
            Known balloonPump,
            @Size(max = 6) List<@Valid @NotNull Cannula> cannulae,
            @Moment Instant takenAt) {

        /** Its blood goes back into an artery, all of it or a part. */
        boolean arterial() {
            return mode == Mode.VA || mode == Mode.VAV;
        }

        /** Where the circuit stands. */
        public enum Status {
            RUNNING,
            TEAM_CANNULATES,
            CANNULATE_THERE,
            UNKNOWN,
            NOT_NEEDED
        }

        /** Why; E-CPR is one of them. */
        public enum Indication {
            RESPIRATORY,
            CARDIAC,
            ECPR,
            OTHER
        }

        /** Configuration. */
        public enum Mode {
            VV,
            VA,
            VAV,
            OTHER
        }
    }

    /**
     * Settings and pressures in cmH₂O.
     *
     * @param proneTried for six hours or more
     * @param takenAt when it was read
     */
    public record Ventilator(
            @PlainText(max = 20) String mode,
            BigDecimal fio2,
            BigDecimal peep,
            BigDecimal pip,
            BigDecimal pplat,
            BigDecimal tidalVolumeMl,
            Integer respiratoryRate,
            BigDecimal minuteVolumeL,
            Known proneTried,
            Known neuromuscularBlock,
            Known inhaledNitricOxide,
            @Moment Instant takenAt) {}

    /**
     * @param site on VA the right arm tells what the brain gets
     * @param pressureUnit of paco2 and pao2 as sent; kept in mmHg
     */
    public record BloodGas(
            @Moment Instant takenAt,
            Site site,
            PressureUnit pressureUnit,
            BigDecimal ph,
            BigDecimal paco2,
            BigDecimal pao2,
            BigDecimal hco3,
            BigDecimal baseExcess,
            BigDecimal lactate) {

        /** Where the blood was taken. */
        public enum Site {
            RIGHT_ARM,
            LEFT_ARM,
            LEG,
            CIRCUIT,
            VENOUS
        }

        /** Of a gas. */
        public enum PressureUnit {
            MMHG,
            KPA
        }
    }

    /**
     * Blood. What many laboratories print in other units may be sent in those; it is kept in ours.
     *
     * @param apttResult what is no number
     * @param actResult what is no number
     */
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
            BigDecimal bilirubinUmolL,
            BigDecimal haemoglobinGDl,
            BigDecimal glucoseMgDl,
            BigDecimal creatinineMgDl,
            BigDecimal bilirubinMgDl,
            Clotting apttResult,
            Clotting actResult) {

        /** Of a test that came to no number. */
        public enum Clotting {
            ABOVE_RANGE,
            DOES_NOT_CLOT
        }
    }

    /**
     * What the receiving unit must go on with.
     *
     * @param takenAt when the doses were read
     */
    public record Support(
            Known crrt,
            Known isolation,
            Known covid,
            Known resistantGerms,
            @PlainText(max = 200) String infection,
            @Size(max = 12) List<@Valid @NotNull Vasoactive> vasoactives,
            @Moment Instant takenAt) {}

    /**
     * By its dose or, as the pump shows it, by rate and concentration.
     *
     * @param doseUgKgMin for all but vasopressin
     */
    public record Vasoactive(
            Drug drug,
            BigDecimal doseUgKgMin,
            BigDecimal doseUMin,
            BigDecimal rateMlH,
            BigDecimal concentrationMgMl,
            BigDecimal concentrationUMl) {

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
