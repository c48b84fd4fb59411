package vn.lienvien.bed.capacity.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bodies of what is said of a surge. */
final class SurgeRequests {

    private SurgeRequests() {}

    /**
     * @param province absent means everywhere
     */
    record Declaration(
            @Size(min = 1, max = 100)
                    @Schema(
                            description = "a province of the register; absent means everywhere",
                            examples = "Hồ Chí Minh")
                    String province,
            @NotBlank @Size(max = 500) @Schema(examples = "mass poisoning, 40 patients expected")
                    String reason) {}

    @Schema(name = "SurgeEnd")
    record End(@NotBlank @Size(max = 500) String reason) {}
}
