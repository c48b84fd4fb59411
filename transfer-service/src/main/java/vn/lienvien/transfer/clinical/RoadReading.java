package vn.lienvien.transfer.clinical;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values read on the road, by the names they have in the form. The form's ranges only warn here:
 * nothing is refused.
 *
 * @param unusual names of what is outside, or would be asked about
 * @param circuitStopped no flow, backflow, or no gas where blood goes back into an artery
 */
public record RoadReading(Set<String> unusual, boolean circuitStopped) {

    private static final Set<String> GROUPS =
            Set.of("vitals", "ecmo", "ventilator", "bloodGas", "laboratory");
    private static final Set<String> FRACTIONS = Set.of("fio2", "fdo2");
    private static final BigDecimal ROOM_AIR_PERCENT = BigDecimal.valueOf(21);
    private static final String FLOW = "flowLMin";
    private static final String SWEEP = "sweepLMin";

    public RoadReading {
        unusual = Set.copyOf(unusual);
    }

    public static RoadReading of(Map<String, BigDecimal> values, ClinicalPicture patient) {
        var unusual = new TreeSet<String>();
        for (var limit : Limits.SHIPPED.all()) {
            var path = limit.field().split("\\.", -1);
            var name = path[path.length - 1];
            if (values.containsKey(name)
                    && GROUPS.contains(path[0])
                    && (patient.adult() || !limit.adultsOnly())
                    && outside(limit, inOurs(name, values.get(name)))) {
                unusual.add(name);
            }
        }
        boolean stopped =
                isNone(values.get(FLOW)) || (isNone(values.get(SWEEP)) && arterial(patient));
        if (stopped) {
            List.of(FLOW, SWEEP).stream()
                    .filter(name -> isNone(values.get(name)))
                    .forEach(unusual::add);
        }
        return new RoadReading(unusual, stopped);
    }

    private static boolean outside(Limits.Limit limit, BigDecimal value) {
        return !limit.holds(value) || limit.asks().stream().anyMatch(each -> each.about(value));
    }

    private static BigDecimal inOurs(String name, BigDecimal value) {
        return FRACTIONS.contains(name) && value.compareTo(ROOM_AIR_PERCENT) >= 0
                ? value.movePointLeft(2)
                : value;
    }

    private static boolean isNone(BigDecimal value) {
        return value != null && value.signum() <= 0;
    }

    private static boolean arterial(ClinicalPicture patient) {
        return patient.ecmo() != null && patient.ecmo().arterial();
    }
}
