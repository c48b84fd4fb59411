package vn.lienvien.transfer.clinical;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.lienvien.transfer.clinical.ClinicalPicture.BloodGas;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ecmo;
import vn.lienvien.transfer.clinical.ClinicalPicture.Laboratory;
import vn.lienvien.transfer.clinical.ClinicalPicture.Support;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ventilator;
import vn.lienvien.transfer.clinical.ClinicalPicture.Vitals;

/** Times that can be: not in the future, and one after the other. */
final class Chronology {

    /** A clock on the ward may run this far ahead. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private Chronology() {}

    static void check(ClinicalPicture p, Instant now, List<Finding> refused) {
        var limit = now.plus(CLOCK_TOLERANCE);
        var c = p.course();
        if (c != null) {
            past("course.onsetAt", c.onsetAt(), limit, refused);
            past("course.admittedAt", c.admittedAt(), limit, refused);
            past("course.icuAt", c.icuAt(), limit, refused);
            past("course.intubatedAt", c.intubatedAt(), limit, refused);
            if (!ascending(Arrays.asList(c.onsetAt(), c.admittedAt(), c.icuAt()))) {
                refused.add(new Finding("course.admittedAt", "times-out-of-order"));
            }
            if (p.ecmo() != null && !ascending(Arrays.asList(c.onsetAt(), p.ecmo().startedAt()))) {
                refused.add(new Finding("ecmo.startedAt", "times-out-of-order"));
            }
        }
        past("ecmo.startedAt", of(p.ecmo(), Ecmo::startedAt), limit, refused);
        past("ecmo.takenAt", of(p.ecmo(), Ecmo::takenAt), limit, refused);
        past("ventilator.takenAt", of(p.ventilator(), Ventilator::takenAt), limit, refused);
        past("support.takenAt", of(p.support(), Support::takenAt), limit, refused);
        past("vitals.takenAt", of(p.vitals(), Vitals::takenAt), limit, refused);
        past("bloodGas.takenAt", of(p.bloodGas(), BloodGas::takenAt), limit, refused);
        past("laboratory.takenAt", of(p.laboratory(), Laboratory::takenAt), limit, refused);
        past("beforeEcmo.takenAt", of(p.beforeEcmo(), BeforeEcmo::takenAt), limit, refused);
        past("imaging.echoAt", of(p.imaging(), Imaging::echoAt), limit, refused);
        past("arrest.at", of(p.arrest(), Arrest::at), limit, refused);
        past("arrest.compressionsSince", of(p.arrest(), Arrest::compressionsSince), limit, refused);
        past("ecmo.limbCheckedAt", of(p.ecmo(), Ecmo::limbCheckedAt), limit, refused);
        past("ecmo.batteryTestedAt", of(p.ecmo(), Ecmo::batteryTestedAt), limit, refused);
        past(
                "anticoagulation.lastTestAt",
                of(p.anticoagulation(), Anticoagulation::lastTestAt),
                limit,
                refused);
    }

    private static <G> Instant of(G group, Function<G, Instant> time) {
        return group == null ? null : time.apply(group);
    }

    private static void past(String field, Instant time, Instant limit, List<Finding> refused) {
        if (time != null && time.isAfter(limit)) {
            refused.add(new Finding(field, "in-the-future"));
        }
    }

    /** Those that are known do not fall. */
    static <T extends Comparable<T>> boolean ascending(List<T> values) {
        var known = values.stream().filter(Objects::nonNull).toList();
        for (int i = 1; i < known.size(); i++) {
            if (known.get(i - 1).compareTo(known.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
