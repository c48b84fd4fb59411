package vn.lienvien.transfer.journey.application;

import java.util.HashMap;
import java.util.Map;

/**
 * One line of the timeline before it is known what came of it.
 *
 * @param what e.g. {@code transfer.departed}, {@code placement.slot-held}
 * @param values codes and numbers that belong to it
 * @param always facts and news are kept even when nothing changes
 */
public record Entry(String what, Said said, Map<String, Object> values, boolean always) {

    public Entry {
        values = Map.copyOf(values);
    }

    public Entry with(Map<String, Object> more) {
        var all = new HashMap<>(values);
        all.putAll(more);
        return new Entry(what, said, all, always);
    }
}
