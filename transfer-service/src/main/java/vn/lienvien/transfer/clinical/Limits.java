package vn.lienvien.transfer.clinical;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Ranges of one group of values, from the clinical data set: outside hard is refused, outside soft
 * is asked about. All soft ranges are proposals of this project and want a clinician's sign-off.
 */
final class Limits<G> {

    private record Limit<G>(String field, Function<G, Number> value, Range hard, Range soft) {}

    private record Range(BigDecimal from, BigDecimal to) {

        static Range of(double from, double to) {
            return new Range(BigDecimal.valueOf(from), BigDecimal.valueOf(to));
        }

        boolean holds(BigDecimal value) {
            return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
        }
    }

    private static final int DIGITS = 20;

    private final String group;
    private final List<Limit<G>> limits = new ArrayList<>();

    Limits(String group) {
        this.group = group;
    }

    Limits<G> hard(String field, Function<G, Number> value, double from, double to) {
        limits.add(new Limit<>(field, value, Range.of(from, to), Range.of(from, to)));
        return this;
    }

    /** Adds what is unusual for the value named last. */
    Limits<G> soft(double from, double to) {
        var last = limits.removeLast();
        limits.add(new Limit<>(last.field(), last.value(), last.hard(), Range.of(from, to)));
        return this;
    }

    void check(G values, List<Finding> refused, List<Finding> unusual) {
        if (values == null) {
            return;
        }
        for (var limit : limits) {
            var number = limit.value().apply(values);
            if (number != null) {
                var value = new BigDecimal(number.toString());
                var field = group.isEmpty() ? limit.field() : group + "." + limit.field();
                if (!plain(value) || !limit.hard().holds(value)) {
                    refused.add(new Finding(field, "out-of-range"));
                } else if (!limit.soft().holds(value)) {
                    unusual.add(new Finding(field, "unusual"));
                }
            }
        }
    }

    /** Nobody measures to twenty digits, and such a number costs memory to convert. */
    static boolean plain(BigDecimal value) {
        return value.precision() <= DIGITS && Math.abs(value.scale()) <= DIGITS;
    }
}
