package vn.lienvien.transfer.clinical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import vn.lienvien.transfer.clinical.ClinicalPicture.BloodGas;
import vn.lienvien.transfer.clinical.ClinicalPicture.Diagnosis;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ecmo;
import vn.lienvien.transfer.clinical.ClinicalPicture.Support;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ventilator;
import vn.lienvien.transfer.text.Text;

/** Brings what people type into one form and one unit; what could mean two things is refused. */
final class Units {

    private static final BigDecimal KPA_IN_MMHG = new BigDecimal("7.50062");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ROOM_AIR_PERCENT = BigDecimal.valueOf(21);

    private Units() {}

    static ClinicalPicture inOurs(ClinicalPicture p, List<Finding> refused) {
        return new ClinicalPicture(
                p.ageYears(),
                p.ageDays(),
                p.sex(),
                p.weightKg(),
                p.heightCm(),
                diagnosis(p.diagnosis()),
                p.course(),
                p.vitals(),
                ecmo(p.ecmo(), refused),
                ventilator(p.ventilator(), refused),
                bloodGas(p.bloodGas()),
                p.laboratory(),
                support(p.support()));
    }

    private static Diagnosis diagnosis(Diagnosis d) {
        return d == null ? null : new Diagnosis(d.icd10(), Text.composed(d.text()));
    }

    private static Support support(Support s) {
        return s == null
                ? null
                : new Support(
                        s.crrt(), s.isolation(), Text.composed(s.infection()), s.vasoactives());
    }

    private static Ecmo ecmo(Ecmo e, List<Finding> refused) {
        return e == null
                ? null
                : new Ecmo(
                        e.status(),
                        e.mode(),
                        e.startedAt(),
                        e.flowLMin(),
                        e.pumpRpm(),
                        e.sweepLMin(),
                        fraction("ecmo.fdo2", e.fdo2(), refused),
                        e.venousPressureMmHg(),
                        e.oxygenatorDays(),
                        e.limbPerfusion());
    }

    private static Ventilator ventilator(Ventilator v, List<Finding> refused) {
        return v == null
                ? null
                : new Ventilator(
                        Text.composed(v.mode()),
                        fraction("ventilator.fio2", v.fio2(), refused),
                        v.peep(),
                        v.pip(),
                        v.pplat(),
                        v.tidalVolumeMl(),
                        v.respiratoryRate(),
                        v.minuteVolumeL());
    }

    /** 21 to 100 is a percentage; between 1 and 21 it could be either, badly typed. */
    private static BigDecimal fraction(String field, BigDecimal value, List<Finding> refused) {
        if (value == null || !Limits.plain(value) || value.compareTo(BigDecimal.ONE) <= 0) {
            return value;
        }
        if (value.compareTo(ROOM_AIR_PERCENT) < 0) {
            refused.add(new Finding(field, "ambiguous-fraction"));
            return null;
        }
        return value.divide(HUNDRED, MathContext.DECIMAL32).stripTrailingZeros();
    }

    private static BloodGas bloodGas(BloodGas g) {
        if (g == null || g.pressureUnit() != BloodGas.PressureUnit.KPA) {
            return g;
        }
        return new BloodGas(
                g.takenAt(),
                BloodGas.PressureUnit.MMHG,
                g.ph(),
                inMmHg(g.paco2()),
                inMmHg(g.pao2()),
                g.hco3(),
                g.baseExcess(),
                g.lactate());
    }

    private static BigDecimal inMmHg(BigDecimal kPa) {
        return kPa == null || !Limits.plain(kPa)
                ? kPa
                : kPa.multiply(KPA_IN_MMHG).setScale(1, RoundingMode.HALF_UP);
    }
}
