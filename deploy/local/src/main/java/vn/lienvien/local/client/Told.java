package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One event as it lies on a topic.
 *
 * @param type without the prefix and the version, e.g. {@code placement.slot-held}
 * @param time when it happened, by the one who entered it
 * @param raw the record's value as text, with every header, for those who look for leaks
 */
public record Told(
        String topic,
        int partition,
        long offset,
        String key,
        String id,
        String type,
        long sequence,
        Instant time,
        JsonNode data,
        String raw) {}
