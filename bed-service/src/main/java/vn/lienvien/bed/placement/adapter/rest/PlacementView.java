package vn.lienvien.bed.placement.adapter.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.placement.domain.Ranked;

/** The search for a place, as far as the reader may see it. */
public record PlacementView(
        UUID transferId,
        String caseCode,
        int attempt,
        @Schema(
                        description =
                                "SEEKING, OFFERED, WAITING, CONFIRMED, OCCUPIED, WITHDRAWN or ENDED",
                        examples = "OFFERED")
                String state,
        @Schema(
                        description = "RUNNING, or why the machine stands still",
                        examples = "OPENED_THEN_LAPSED")
                String automation,
        @Schema(description = "place in the waiting list, from 1; absent when it does not wait")
                Integer position,
        @Schema(description = "while it waits; for the sender and coordinators only")
                WaitingView waiting,
        List<OfferView> offers,
        @Schema(description = "best first; for the sender and coordinators only")
                List<RankedView> ranking,
        SlotView slot,
        List<String> excluded,
        TeamView team) {

    /** What one unit was asked and answered. */
    public record OfferView(
            UUID id,
            int number,
            String kind,
            String unit,
            String organisation,
            String state,
            UUID slotId,
            Instant heldAt,
            @Schema(description = "absent when the offer has no clock") Instant until,
            boolean opened,
            String reason,
            List<String> askInstead,
            Boolean readyToConsult,
            String acceptedBy) {}

    /** Why it waits, where it stands in line, and whom the sender can call meanwhile. */
    public record WaitingView(
            @Schema(description = "from 1; absent while automation is paused and people decide")
                    Integer position,
            @Schema(description = "how many wait for the machine to find a place") int of,
            @Schema(description = "the class it waits in, which may differ from its urgency")
                    String queuesAs,
            boolean putFirst,
            Instant since,
            @Schema(description = "when the reasons were found; absent with them") Instant rankedAt,
            List<BlockedView> because,
            AdviserView adviser) {}

    /** What keeps units from being asked, the most frequent first. */
    public record BlockedView(@Schema(examples = "NO_FREE_SLOT") String reason, int units) {

        static List<BlockedView> of(Map<Ranked.Why, Integer> blocked) {
            return blocked.entrySet().stream()
                    .map(it -> new BlockedView(it.getKey().name(), it.getValue()))
                    .sorted(
                            Comparator.comparingInt(BlockedView::units)
                                    .reversed()
                                    .thenComparing(BlockedView::reason))
                    .toList();
        }
    }

    public record AdviserView(String name, String phone, String organisation, Instant since) {}

    /** How a unit fared, in minutes; reasons are codes, some with a number after a colon. */
    public record RankedView(
            String unit,
            String organisation,
            boolean suitable,
            int score,
            @Schema(examples = "[\"ECMO\", \"TRAVEL_MINUTES_ESTIMATED:305\", \"LOAD_PER_CENT:50\"]")
                    List<String> reasons) {}

    /** The confirmed or occupied place. */
    public record SlotView(UUID id, String unit, String organisation) {}

    /** Which team a red alert has called. */
    public record TeamView(
            List<String> asked, String current, Instant answerBy, String goes, boolean exhausted) {}
}
