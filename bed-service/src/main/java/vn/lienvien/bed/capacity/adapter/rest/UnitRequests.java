package vn.lienvien.bed.capacity.adapter.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.capacity.domain.Limit;
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
            @Schema(description = "what keeps beds from being used; absent means that nobody said")
                    @Size(max = 4)
                    List<@NotNull @Valid LimitSaid> limits,
            @Schema(description = "the moment these numbers speak of; absent means now")
                    Instant occurredAt) {

        Report report() {
            return new Report(
                    operable,
                    staffed,
                    occupied,
                    consoles,
                    circuits,
                    crrtMachines,
                    readyForOutside,
                    limits == null ? List.of() : limits.stream().map(LimitSaid::limit).toList());
        }
    }

    /**
     * @param beds absent when nobody said how many
     */
    record LimitSaid(
            @NotNull @Schema(examples = "STAFF") Limit.By by,
            @Min(1) @Max(MOST) @Schema(examples = "2") Integer beds) {
        Limit limit() {
            return new Limit(by, beds);
        }
    }

    /**
     * @param report what was said; absent means that the latest numbers are true
     */
    record PhoneConfirmation(
            @NotBlank
                    @Size(max = 200)
                    @Schema(
                            description = "who of the unit answered",
                            examples = "Charge nurse Nguyễn Thị B (invented)")
                    String answeredBy,
            @Valid CapacityReport report) {}

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
