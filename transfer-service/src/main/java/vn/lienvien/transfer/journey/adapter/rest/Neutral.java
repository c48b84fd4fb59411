package vn.lienvien.transfer.journey.adapter.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.transfer.journey.application.TransferPages.Line;

/**
 * What a candidate is told of the timeline: its own lines, and how the patient is and where,
 * without the names and words of others (I15). What is not listed here is not shown.
 */
final class Neutral {

    private static final Set<String> WHERE_THE_PATIENT_STANDS =
            Set.of(
                    "transfer.requested",
                    "transfer.urgency-changed",
                    "transfer.urgency-endorsed",
                    "transfer.needs-changed",
                    "transfer.clinical-amended",
                    "transfer.ready",
                    "transfer.departed",
                    "transfer.reading",
                    "transfer.emergency-stop",
                    "transfer.turned-back",
                    "transfer.arrived",
                    "transfer.handed-over",
                    "transfer.died",
                    "transfer.ended",
                    "team.left",
                    "team.at-bedside",
                    "team.cannulated",
                    "team.staying",
                    "team.turned-back");

    private static final String ORGANISATION = "organisation";
    private static final String WISHES = "wishes";

    private Neutral() {}

    static Optional<Line> of(Line line, Sight sight) {
        if (sight.isOwnCode(line.organisation())) {
            return Optional.of(line);
        }
        if (line.organisation() == null && sight.isOwnCode(line.values().get(ORGANISATION))) {
            return Optional.of(line);
        }
        return WHERE_THE_PATIENT_STANDS.contains(line.what())
                ? Optional.of(withoutOthers(line))
                : Optional.empty();
    }

    private static Line withoutOthers(Line line) {
        return new Line(
                line.sequence(),
                line.what(),
                line.occurredAt(),
                line.recordedAt(),
                null,
                null,
                null,
                null,
                List.of(),
                withoutWishes(line.values()));
    }

    /** The wishes name other hospitals. */
    private static Map<String, Object> withoutWishes(Map<String, Object> values) {
        var left = new HashMap<String, Object>();
        values.forEach(
                (name, value) ->
                        left.put(
                                name,
                                value instanceof Map<?, ?> changed ? withoutKey(changed) : value));
        return left;
    }

    private static Map<?, ?> withoutKey(Map<?, ?> changed) {
        var left = new HashMap<Object, Object>(changed);
        left.remove(WISHES);
        return left;
    }
}
