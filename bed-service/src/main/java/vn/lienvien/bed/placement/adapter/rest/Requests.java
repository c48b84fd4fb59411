package vn.lienvien.bed.placement.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.placement.domain.NotNowReason;
import vn.lienvien.bed.placement.domain.WithdrawnBecause;

/** Bodies of the commands. Each may say when it happened; absent means now. */
final class Requests {

    static final String ORGANISATION = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String UNIT = ORGANISATION + "\\." + ORGANISATION;

    private Requests() {}

    record Plain(Instant occurredAt) {}

    record Confirmation(
            @NotBlank
                    @Size(max = 200)
                    @Schema(
                            description = "the doctor who takes responsibility",
                            examples = "Dr Nguyễn Văn A (invented), ICU")
                    String acceptedBy,
            Instant occurredAt) {}

    record NotNowAnswer(
            @NotNull @Schema(examples = "NO_STAFFED_BED") NotNowReason reason,
            @Size(max = 20) @Schema(examples = "[\"cho-ray\"]")
                    List<@NotNull @Size(max = 64) @Pattern(regexp = ORGANISATION) String>
                            askInstead,
            @Schema(description = "absent means no") Boolean readyToConsult,
            Instant occurredAt) {}

    record Withdrawal(
            @NotNull @Schema(examples = "EQUIPMENT_FAULT") WithdrawnBecause reason,
            Instant occurredAt) {}

    record Reasoned(
            @NotBlank @Size(max = 500) @Schema(examples = "agreed by phone with the head of unit")
                    String reason,
            Instant occurredAt) {}

    /**
     * @param unit one, or
     * @param units several at once
     */
    record OfferByHand(
            @Size(max = 128) @Pattern(regexp = UNIT) @Schema(examples = "cho-ray.icu-adult")
                    String unit,
            @Size(max = 5)
                    @Schema(
                            description = "several units at once: a declared multi-offer",
                            examples = "[\"cho-ray.icu-adult\", \"htd-hcmc.icu-adult\"]")
                    List<@NotNull @Size(max = 128) @Pattern(regexp = UNIT) String> units,
            @NotBlank @Size(max = 500) String reason,
            Instant occurredAt) {

        List<String> chosen() {
            var all = new ArrayList<String>();
            if (unit != null) {
                all.add(unit);
            }
            if (units != null) {
                all.addAll(units);
            }
            return all;
        }
    }

    record QueueOrder(
            @NotNull
                    @Schema(
                            description = "true: before all others; false: back in line",
                            examples = "true")
                    Boolean first,
            @NotBlank @Size(max = 500) @Schema(examples = "two leaders agreed by phone")
                    String reason,
            Instant occurredAt) {}

    record AdviserNamed(
            @NotBlank
                    @Size(max = 200)
                    @Schema(examples = "Dr Trần Thị B (invented), coordinator on duty")
                    String name,
            @NotNull @Pattern(regexp = "\\+?[0-9 ]{3,20}") @Schema(examples = "+842800000000")
                    String phone) {}
}
