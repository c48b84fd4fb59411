package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** Everything that happened to a transfer, with who said so and when. */
public record Timeline(List<Entry> items, List<StageTime> stageTimes) {

    /** One change. */
    public record Entry(
            long sequence,
            String what,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            String role,
            String organisation,
            String reason,
            String flag) {}

    /** From one milestone to another; a negative one is a fault and is shown. */
    public record StageTime(String from, String to, Long seconds, boolean fault) {}

    public List<String> whats() {
        return items.stream().map(Entry::what).toList();
    }

    static Timeline of(JsonNode body) {
        return Json.as(body, Timeline.class);
    }
}
