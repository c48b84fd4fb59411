package vn.lienvien.transfer.clinical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ecmo;
import vn.lienvien.transfer.clinical.ClinicalPicture.Vasoactive;
import vn.lienvien.transfer.clinical.ClinicalPicture.Vasoactive.Drug;

/**
 * A picture in our units, with what is refused and what one confirmation has to cover.
 *
 * @param unusual warns and is kept with the snapshot once confirmed
 */
public record ClinicalCheck(ClinicalPicture picture, List<Finding> refused, List<Finding> unusual) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final BigDecimal VASOPRESSIN_MAX = new BigDecimal("0.2");
    private static final BigDecimal STRONG_NOREPINEPHRINE = new BigDecimal("0.5");
    private static final BigDecimal ROUNDING = new BigDecimal("0.001");

    /**
     * @param asOf when the picture was taken down: what was fresh then is not stale because it was
     *     entered late
     */
    public static ClinicalCheck of(ClinicalPicture sent, Instant asOf, Instant now) {
        return of(sent, null, asOf, now);
    }

    /**
     * @param born null when not known
     */
    public static ClinicalCheck of(
            ClinicalPicture sent, LocalDate born, Instant asOf, Instant now) {
        var refused = new ArrayList<Finding>();
        var unusual = new ArrayList<Finding>();
        var tree = Units.inOurs(sent, refused);
        Age.settle(tree, born, LocalDate.ofInstant(asOf, VIETNAM), refused);
        var picture = Units.picture(tree);
        required(picture, refused);
        Limits.SHIPPED.check(tree, picture.adult(), refused, unusual);
        drips(picture, refused, unusual);
        new ClinicalRules(picture, refused, unusual).check(asOf);
        Chronology.check(picture, now, refused);
        return new ClinicalCheck(picture, List.copyOf(refused), List.copyOf(unusual));
    }

    private static void required(ClinicalPicture p, List<Finding> refused) {
        if (p.ecmo() == null || p.ecmo().status() == null) {
            refused.add(new Finding("ecmo.status", "required"));
        }
        if (p.ecmo() != null
                && p.ecmo().status() == Ecmo.Status.RUNNING
                && p.ecmo().mode() == null) {
            refused.add(new Finding("ecmo.mode", "required"));
        }
        if (p.ageYears() == null) {
            refused.add(new Finding("ageYears", "required"));
        }
        if (p.diagnosis() == null
                || p.diagnosis().text() == null
                || p.diagnosis().text().isBlank()) {
            refused.add(new Finding("diagnosis.text", "required"));
        }
    }

    private static void drips(ClinicalPicture p, List<Finding> refused, List<Finding> unusual) {
        if (p.support() == null || p.support().vasoactives() == null) {
            return;
        }
        for (int i = 0; i < p.support().vasoactives().size(); i++) {
            var drip = p.support().vasoactives().get(i);
            var field = "support.vasoactives[" + i + "]";
            if (drip == null || drip.drug() == null) {
                refused.add(new Finding(field + ".drug", "required"));
                continue;
            }
            var dose = drip.doseUgKgMin();
            outside(field + ".doseUgKgMin", dose, highest(drip.drug()), refused);
            outside(field + ".doseUMin", drip.doseUMin(), VASOPRESSIN_MAX, refused);
            if ((dose != null || drip.concentrationMgMl() != null) && p.weightKg() == null) {
                refused.add(new Finding("weightKg", "required-for-dose"));
            }
            pump(field, drip, p.weightKg(), unusual);
            if (dose != null
                    && drip.drug() == Drug.NOREPINEPHRINE
                    && dose.compareTo(STRONG_NOREPINEPHRINE) > 0) {
                unusual.add(new Finding(field + ".doseUgKgMin", "unusual"));
            }
        }
    }

    /** A dose that stayed as it was when the pump was set, or the weight, says something wrong. */
    private static void pump(
            String field, Vasoactive drip, BigDecimal weight, List<Finding> unusual) {
        if (!measured(drip.rateMlH())) {
            return;
        }
        if (measured(drip.doseUgKgMin())
                && measured(drip.concentrationMgMl())
                && measured(weight)
                && weight.signum() > 0
                && differ(
                        drip.doseUgKgMin(),
                        Units.ugKgMin(drip.rateMlH(), drip.concentrationMgMl(), weight))) {
            unusual.add(new Finding(field + ".doseUgKgMin", "does-not-fit"));
        }
        if (measured(drip.doseUMin())
                && measured(drip.concentrationUMl())
                && differ(
                        drip.doseUMin(), Units.unitsMin(drip.rateMlH(), drip.concentrationUMl()))) {
            unusual.add(new Finding(field + ".doseUMin", "does-not-fit"));
        }
    }

    private static boolean measured(BigDecimal value) {
        return value != null && Limits.plain(value);
    }

    /** By more than a tenth, and more than what rounding makes. */
    private static boolean differ(BigDecimal said, BigDecimal right) {
        return said.subtract(right).abs().compareTo(right.abs().movePointLeft(1).max(ROUNDING)) > 0;
    }

    private static void outside(
            String field, BigDecimal value, BigDecimal highest, List<Finding> refused) {
        if (value != null
                && (!Limits.plain(value) || value.signum() < 0 || value.compareTo(highest) > 0)) {
            refused.add(new Finding(field, "out-of-range", "0 – " + highest.toPlainString()));
        }
    }

    private static BigDecimal highest(Drug drug) {
        return switch (drug) {
            case NOREPINEPHRINE, EPINEPHRINE -> BigDecimal.TEN;
            case DOPAMINE -> BigDecimal.valueOf(50);
            case DOBUTAMINE -> BigDecimal.valueOf(40);
            case MILRINONE -> BigDecimal.TWO;
            case VASOPRESSIN -> BigDecimal.ZERO;
        };
    }
}
