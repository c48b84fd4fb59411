package vn.lienvien.transfer.clinical;

import static vn.lienvien.transfer.clinical.Chronology.ascending;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vn.lienvien.transfer.clinical.Cannula.Purpose;
import vn.lienvien.transfer.clinical.ClinicalPicture.BloodGas;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ecmo;
import vn.lienvien.transfer.clinical.ClinicalPicture.Known;
import vn.lienvien.transfer.clinical.ClinicalPicture.Sex;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ventilator;

/**
 * What no value shows by itself: a contradiction is refused, what does not fit is asked about. The
 * bounds are proposals of this project, for the clinicians' sign-off.
 */
final class ClinicalRules {

    private static final Duration STALE_GAS = Duration.ofHours(6);
    private static final Duration STALE_LIMB = Duration.ofMinutes(30);
    private static final double PRESSURE_DROP = 60;
    private static final BigDecimal SMALLEST_OF_CIRCUIT = BigDecimal.valueOf(8);
    private static final double VOLUME_BY_WEIGHT = 8;
    private static final double SHORTEST_MEASURED = 152.4;
    private static final double FITS_VOLUME = 0.2;
    private static final double FITS_GAS = 0.1;
    private static final int FORMULA_FROM = 18;
    private static final int FRAILTY_FROM = 65;

    private final ClinicalPicture p;
    private final List<Finding> refused;
    private final List<Finding> unusual;

    ClinicalRules(ClinicalPicture picture, List<Finding> refused, List<Finding> unusual) {
        this.p = picture;
        this.refused = refused;
        this.unusual = unusual;
    }

    void check(Instant asOf) {
        pressures();
        consciousness();
        circuit(asOf);
        breathing();
        gas(asOf);
        background();
    }

    private void pressures() {
        if (p.vitals() != null) {
            var v = p.vitals();
            inOrder("vitals", v.diastolic(), v.meanPressure(), v.systolic());
            if (arterial() && v.systolic() != null && v.systolic().equals(v.diastolic())) {
                ask("vitals.systolic", "no-pulse");
            }
            if (Boolean.TRUE.equals(v.spo2Unmeasurable()) && v.spo2Percent() != null) {
                refuse("vitals.spo2Percent", "contradicts");
            }
        }
        if (p.beforeEcmo() != null) {
            var b = p.beforeEcmo();
            inOrder("beforeEcmo", b.diastolic(), b.meanPressure(), b.systolic());
            airway("beforeEcmo", b.peep(), b.pplat(), b.pip());
        }
        if (p.ventilator() != null) {
            var v = p.ventilator();
            airway("ventilator", v.peep(), v.pplat(), v.pip());
        }
    }

    /**
     * A sum that its parts cannot make, whatever those are that nobody said. With a tube some count
     * the voice as one, others not at all.
     */
    private void consciousness() {
        var v = p.vitals();
        if (v == null || v.gcs() == null) {
            return;
        }
        boolean tube = "T".equals(v.verbal());
        var verbal = v.verbal() == null || tube ? null : Integer.valueOf(v.verbal());
        int least = either(v.eyes(), 1) + either(v.motor(), 1) + either(verbal, tube ? 0 : 1);
        int most = either(v.eyes(), 4) + either(v.motor(), 6) + either(verbal, tube ? 1 : 5);
        if (v.gcs() < least || v.gcs() > most) {
            refuse("vitals.gcs", "contradicts");
        }
    }

    private static int either(Integer known, int otherwise) {
        return known == null ? otherwise : known;
    }

    private void inOrder(String group, Integer diastolic, Integer mean, Integer systolic) {
        if (!ascending(Arrays.asList(diastolic, mean, systolic))) {
            refuse(group + ".meanPressure", "pressures-out-of-order");
        }
    }

    private void airway(String group, BigDecimal peep, BigDecimal pplat, BigDecimal pip) {
        if (!ascending(Arrays.asList(pplat, pip))
                || (peep != null && pplat != null && pplat.compareTo(peep) <= 0)) {
            refuse(group + ".pplat", "pressures-out-of-order");
        }
    }

    private void circuit(Instant asOf) {
        var e = p.ecmo();
        if (e == null) {
            return;
        }
        if (e.preOxygenatorMmHg() != null && e.postOxygenatorMmHg() != null) {
            var drop = e.preOxygenatorMmHg().subtract(e.postOxygenatorMmHg());
            if (drop.signum() < 0) {
                refuse("ecmo.postOxygenatorMmHg", "pressures-out-of-order");
            } else if (drop.doubleValue() > PRESSURE_DROP) {
                ask("ecmo.preOxygenatorMmHg", "pressure-drop");
            }
        }
        if (arterial() && e.sweepLMin() != null && e.sweepLMin().signum() == 0) {
            ask("ecmo.sweepLMin", "unusual");
        }
        if (arterial() && older(e.limbCheckedAt(), asOf, STALE_LIMB)) {
            ask("ecmo.limbCheckedAt", "stale");
        }
        thin(e);
        var drain = widest(e, Purpose.DRAIN);
        var back = widest(e, Purpose.RETURN);
        if (drain != null && back != null && drain.compareTo(back) < 0) {
            ask("ecmo.cannulae", "drain-smaller");
        }
        var before = p.beforeEcmo();
        if (before != null && !ascending(Arrays.asList(before.takenAt(), e.startedAt()))) {
            refuse("beforeEcmo.takenAt", "after-start");
        }
    }

    /** A sheath for the leg is thinner than what carries the circuit's blood. */
    private void thin(Ecmo ecmo) {
        var cannulae = ecmo.cannulae() == null ? List.<Cannula>of() : ecmo.cannulae();
        for (int i = 0; i < cannulae.size(); i++) {
            var one = cannulae.get(i);
            if (one.sizeFr() != null
                    && one.purpose() != null
                    && one.purpose() != Purpose.LIMB_PERFUSION
                    && one.sizeFr().compareTo(SMALLEST_OF_CIRCUIT) < 0) {
                ask("ecmo.cannulae[" + i + "].sizeFr", "unusual");
            }
        }
    }

    private static BigDecimal widest(Ecmo ecmo, Purpose purpose) {
        return ecmo.cannulae() == null
                ? null
                : ecmo.cannulae().stream()
                        .filter(each -> each.purpose() == purpose && each.sizeFr() != null)
                        .map(Cannula::sizeFr)
                        .max(BigDecimal::compareTo)
                        .orElse(null);
    }

    private void breathing() {
        var v = p.ventilator();
        if (v == null || v.tidalVolumeMl() == null) {
            return;
        }
        double volume = v.tidalVolumeMl().doubleValue();
        var predicted = predictedWeight();
        if (predicted != null && volume > VOLUME_BY_WEIGHT * predicted) {
            ask("ventilator.tidalVolumeMl", "unusual");
        }
        if (predicted != null && p.heightCm().doubleValue() < SHORTEST_MEASURED) {
            ask("heightCm", "extrapolated");
        }
        minuteVolume(v, volume);
    }

    private void minuteVolume(Ventilator v, double volume) {
        if (v.respiratoryRate() != null && v.minuteVolumeL() != null) {
            double product = volume * v.respiratoryRate() / 1000;
            if (Math.abs(v.minuteVolumeL().doubleValue() - product) > FITS_VOLUME * product) {
                ask("ventilator.minuteVolumeL", "does-not-fit");
            }
        }
    }

    /** The formula was made from adults; null for others, or without sex and height. */
    private Double predictedWeight() {
        if (p.ageYears() == null
                || p.ageYears() < FORMULA_FROM
                || p.heightCm() == null
                || p.sex() == null
                || p.sex() == Sex.UNKNOWN) {
            return null;
        }
        return (p.sex() == Sex.MALE ? 50 : 45.5)
                + 0.91 * (p.heightCm().doubleValue() - SHORTEST_MEASURED);
    }

    private void gas(Instant asOf) {
        var g = p.bloodGas();
        if (g == null) {
            return;
        }
        if (older(g.takenAt(), asOf, STALE_GAS)) {
            ask("bloodGas.takenAt", "stale");
        }
        if (arterial() && g.site() != null && g.site() != BloodGas.Site.RIGHT_ARM) {
            ask("bloodGas.site", "not-right-arm");
        }
        if (g.ph() != null && g.paco2() != null && g.hco3() != null) {
            // Henderson–Hasselbalch
            double expected =
                    0.0307 * g.paco2().doubleValue() * Math.pow(10, g.ph().doubleValue() - 6.1);
            if (Math.abs(g.hco3().doubleValue() - expected) > FITS_GAS * expected) {
                ask("bloodGas.hco3", "does-not-fit");
            }
        }
    }

    private void background() {
        var b = p.background();
        if (b != null) {
            boolean weeks = b.pregnancyWeeks() != null;
            if ((weeks && b.pregnant() == Known.NO)
                    || (p.sex() == Sex.MALE && (weeks || b.pregnant() == Known.YES))) {
                refuse("background.pregnant", "contradicts");
            }
            if (b.frailty() != null && p.ageYears() != null && p.ageYears() < FRAILTY_FROM) {
                ask("background.frailty", "not-at-this-age");
            }
        }
        var a = p.anticoagulation();
        if (a != null && a.agent() == Anticoagulation.Agent.NONE && a.because() == null) {
            refuse("anticoagulation.because", "required");
        }
    }

    private boolean arterial() {
        return p.ecmo() != null && p.ecmo().arterial();
    }

    private static boolean older(Instant time, Instant asOf, Duration than) {
        return time != null && time.isBefore(asOf.minus(than));
    }

    private void refuse(String field, String code) {
        refused.add(new Finding(field, code));
    }

    private void ask(String field, String code) {
        unusual.add(new Finding(field, code));
    }
}
