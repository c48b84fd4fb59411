package vn.lienvien.notification.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.events.OrganisationCode;

/**
 * One event as it goes over the wire, encoded once for all readers: ids and versions only.
 *
 * @param number its place in this process's stream
 * @param transfer null when it is about a unit
 */
record Frame(
        long number,
        Set<OrganisationCode> audience,
        UUID transfer,
        Instant occurredAt,
        Buffer encoded) {

    static Frame of(StreamId id, TailedEvent event) {
        var data =
                new JsonObject()
                        .put("id", event.id().toString())
                        .put("type", event.type())
                        .put("subject", event.subject())
                        .put("sequence", event.sequence());
        if (event.transfer() != null) {
            data.put("transferId", event.transfer().toString());
        }
        return new Frame(
                id.number(),
                event.audience(),
                event.transfer(),
                event.occurredAt(),
                message(id, name(event.type()), data.encode()));
    }

    static Buffer message(StreamId id, String name, String data) {
        return Buffer.buffer("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n");
    }

    /** {@code placement.slot-held} of {@code vn.lienvien.placement.slot-held.v1}. */
    private static String name(String type) {
        return type.replaceFirst("^vn\\.lienvien\\.", "").replaceFirst("\\.v\\d+$", "");
    }
}
