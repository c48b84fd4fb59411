package vn.lienvien.local.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The search for a place as bed-service shows it. */
public record PlacementView(
        UUID transferId,
        String caseCode,
        int attempt,
        String state,
        String automation,
        Integer position,
        List<Offer> offers,
        List<Ranked> ranking) {

    /** One unit's offer. */
    public record Offer(
            UUID id,
            int number,
            String kind,
            String unit,
            String organisation,
            String state,
            UUID slotId,
            Instant heldAt,
            Instant until,
            String reason) {

        public boolean live() {
            return "OPEN".equals(state) || "CONSULTING".equals(state);
        }
    }

    /** How a unit fared in the ranking, and why. */
    public record Ranked(String unit, double score, List<String> reasons) {}

    /** The offer that waits for an answer of this organisation. */
    public Optional<Offer> openTo(String organisation) {
        return offers.stream()
                .filter(offer -> offer.live() && offer.organisation().equals(organisation))
                .findFirst();
    }
}
