package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.events.Routing;
import vn.lienvien.events.TransferEvent.EndKind;
import vn.lienvien.events.Urgency;

/** A transfer as transfer-service shows it to one who may see it. */
public record TransferView(
        UUID id,
        String caseCode,
        TransferState state,
        Ended ended,
        int attempt,
        String origin,
        Routing routing,
        Urgency urgency,
        boolean endorsed,
        Destination destination,
        Offer offer,
        String automation,
        Team team,
        String diversion,
        Map<String, Instant> milestones,
        JsonNode clinical,
        JsonNode needs,
        Long version,
        String flag) {

    /** How it ended without a handover. */
    public record Ended(EndKind kind) {}

    /** Where the patient goes. */
    public record Destination(String unit, String organisation, UUID slotId, UUID offerId) {}

    /** What is asked of a unit now. */
    public record Offer(
            UUID id, int number, String kind, String unit, String organisation, String state) {}

    /** Where the team stands. */
    public record Team(String state, String organisation) {}
}
