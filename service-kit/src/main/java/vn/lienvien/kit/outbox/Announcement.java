package vn.lienvien.kit.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.events.AlertEvent;
import vn.lienvien.events.CapacityEvent;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EventTypes;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.ServiceEvent;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.kit.sql.Json;

/**
 * An event on its way into the outbox.
 *
 * @param occurredAt null means the moment of writing
 */
record Announcement(
        UUID id,
        ContractEvent event,
        Collection<OrganisationCode> audience,
        Instant occurredAt,
        Trace trace) {

    Announcement {
        audience = List.copyOf(audience);
    }

    String type() {
        return EventTypes.typeOf(event.getClass());
    }

    /** The CloudEvents extensions that are not columns of their own. */
    String attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        UUID transfer = transfer();
        if (transfer != null) {
            attributes.put("correlationid", transfer.toString());
        }
        if (trace.cause() != null) {
            attributes.put("causationid", trace.cause().toString());
        }
        attributes.put("audience", OrganisationCode.joined(audience));
        attributes.put("traceparent", trace.parent());
        return Json.write(attributes);
    }

    private UUID transfer() {
        return switch (event) {
            case TransferEvent e -> e.transfer().transferId();
            case PlacementEvent e -> e.transfer().transferId();
            case AlertEvent e -> e.about().transferId();
            case ServiceEvent e -> e.about().transferId();
            case CapacityEvent _ -> null;
        };
    }
}
