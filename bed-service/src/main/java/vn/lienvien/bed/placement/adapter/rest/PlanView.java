package vn.lienvien.bed.placement.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.BlockedView;
import vn.lienvien.bed.placement.domain.Plan;
import vn.lienvien.bed.placement.domain.Ranked.Reason;

/** A proposal for all who wait together, beside what the allocator's order would come to. */
public record PlanView(
        UUID planId,
        Instant madeAt,
        @Schema(description = "best ranks first") List<AssignmentView> assignments,
        List<UnassignedView> unassigned,
        TotalView total,
        @Schema(description = "one after the other by rank, as the allocator does")
                TotalView greedy) {

    public record AssignmentView(
            UUID transferId,
            String caseCode,
            String urgency,
            int position,
            String unit,
            String organisation,
            int travelMinutes,
            List<String> reasons,
            @Schema(description = "where the allocator's order would send it; absent: nowhere")
                    String greedyUnit) {

        static AssignmentView of(Plan.Assigned it) {
            var unit = it.option().unit();
            return new AssignmentView(
                    it.of().transfer().value(),
                    it.of().caseCode(),
                    it.of().urgency().name(),
                    it.position(),
                    unit.ward().unit().value(),
                    unit.ward().organisation().value(),
                    unit.travelMinutes(),
                    unit.reasons().stream().map(Reason::word).toList(),
                    it.oneByOne() == null ? null : it.oneByOne().unit().value());
        }
    }

    public record UnassignedView(
            UUID transferId,
            String caseCode,
            String urgency,
            int position,
            @Schema(description = "RED_ALERT, NO_SUITABLE_UNIT or HIGHER_RANKS_FILL_IT")
                    String because,
            @Schema(description = "what speaks against how many units, the most frequent first")
                    List<BlockedView> blocked) {

        static UnassignedView of(Plan.Unassigned it) {
            return new UnassignedView(
                    it.of().transfer().value(),
                    it.of().caseCode(),
                    it.of().urgency().name(),
                    it.position(),
                    it.because().name(),
                    BlockedView.of(it.blocked()));
        }
    }

    /** Sums; less is better, but for how many are assigned. */
    public record TotalView(
            int assigned,
            long travelMinutes,
            @Schema(description = "travel, each by the weight of its class") long weightedMinutes,
            @Schema(description = "with load, age of reports, region and wishes") long cost) {

        static TotalView of(Plan.Total it) {
            return new TotalView(
                    it.assigned(), it.travelMinutes(), it.weightedMinutes(), it.cost());
        }
    }

    static PlanView of(Plan it) {
        return new PlanView(
                it.id().value(),
                it.madeAt(),
                it.assigned().stream().map(AssignmentView::of).toList(),
                it.unassigned().stream().map(UnassignedView::of).toList(),
                TotalView.of(it.total()),
                TotalView.of(it.greedy()));
    }
}
