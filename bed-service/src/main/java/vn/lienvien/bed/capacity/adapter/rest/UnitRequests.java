package vn.lienvien.bed.capacity.adapter.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.placement.domain.ClosedBecause;

/** Bodies of what a unit says. */
final class UnitRequests {

    private static final int MOST = 10_000;

    private UnitRequests() {}

    /**
     * @param active absent means yes
     */
    record Activation(
            @NotNull @Min(0) @Max(MOST) @Schema(examples = "2") Integer readyForOutside,
            @Pattern(regexp = "\\+?[0-9 ]{3,20}") @Schema(examples = "+842800000000")
                    String dutyPhone,
            Boolean active,
            Instant occurredAt) {}

    record CapacityReport(
            @NotNull @Min(0) @Max(MOST) @Schema(examples = "8") Integer operable,
            @NotNull @Min(0) @Max(MOST) @Schema(examples = "6") Integer staffed,
            @NotNull @Min(0) @Max(MOST) @Schema(examples = "4") Integer occupied,
            @Min(0) @Max(MOST) @Schema(examples = "2") Integer consoles,
            @Min(0) @Max(MOST) @Schema(examples = "3") Integer circuits,
            @Min(0) @Max(MOST) @Schema(examples = "2") Integer crrtMachines,
            @NotNull @Min(0) @Max(MOST) @Schema(examples = "1") Integer readyForOutside,
            Instant occurredAt) {

        Report report() {
            return new Report(
                    operable, staffed, occupied, consoles, circuits, crrtMachines, readyForOutside);
        }
    }

    /** What the staff says of a slot. */
    enum SaidState {
        FREE,
        CLEANING,
        OCCUPIED,
        CLOSED
    }

    /**
     * @param reason with CLOSED only
     */
    record SlotSaying(
            @NotNull @Schema(examples = "CLOSED") SaidState state,
            @Schema(examples = "NO_STAFF") ClosedBecause reason,
            Instant occurredAt) {}
}
