package vn.lienvien.bed.placement.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.RankedView;
import vn.lienvien.bed.placement.application.Supposing;
import vn.lienvien.bed.placement.domain.AgeGroup;
import vn.lienvien.bed.placement.domain.EcmoMode;
import vn.lienvien.bed.placement.domain.EcmoStatus;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Specialty;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/**
 * Ranks without holding: before anything is filed, or to see whom a change of needs would reach.
 */
@Path("/api/v1/placements/what-if")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "placements")
@RunOnVirtualThread
public class WhatIfResource {

    private static final int SHOWN = 100;

    private final Supposing supposing;
    private final PlacementAccess access;

    WhatIfResource(Supposing supposing, PlacementAccess access) {
        this.supposing = supposing;
        this.access = access;
    }

    /** A patient as far as it matters for the choice of a unit; absent means unknown. */
    record WhatIf(
            @NotNull
                    @Size(max = 64)
                    @Pattern(regexp = Requests.ORGANISATION)
                    @Schema(description = "where the patient lies", examples = "soc-trang-covid")
                    String origin,
            EcmoStatus ecmoStatus,
            @Schema(examples = "VV") EcmoMode ecmoMode,
            @Schema(examples = "ADULT") AgeGroup ageGroup,
            @Min(0) @Max(120) Integer ageYears,
            @DecimalMin("0.3") @DecimalMax("350") BigDecimal weightKg,
            Finding crrt,
            Finding isolation,
            @Size(max = 8) Set<@NotNull Specialty> specialties,
            @Size(max = 20)
                    List<@NotNull @Size(max = 64) @Pattern(regexp = Requests.ORGANISATION) String>
                            wishes) {

        Needs needs() {
            return new Needs(
                    ecmoStatus == null ? EcmoStatus.UNKNOWN : ecmoStatus,
                    ecmoMode,
                    ageGroup,
                    ageYears,
                    weightKg,
                    crrt == null ? Finding.UNKNOWN : crrt,
                    isolation == null ? Finding.UNKNOWN : isolation,
                    specialties == null ? Set.of() : specialties,
                    wishes == null ? List.of() : wishes.stream().map(OrganisationId::new).toList());
        }
    }

    record WhatIfView(
            Instant rankedAt,
            @Schema(description = "of all units in the register") int considered,
            @Schema(description = "best first; nothing is held and nobody is asked")
                    List<RankedView> candidates) {}

    @POST
    @Authenticated
    @Operation(
            summary = "How every unit would fare for a patient, without holding anything",
            description = "For coordinators and authorities, and for a hospital that would refer.")
    public WhatIfView rank(@NotNull @Valid WhatIf body) {
        var origin = new OrganisationId(body.origin());
        access.suppose(origin);
        var supposed =
                supposing
                        .rank(origin, body.needs())
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        List.of(
                                                                new Violation(
                                                                        "origin",
                                                                        "unknown",
                                                                        "is not in the register")))
                                                .exception());
        return new WhatIfView(
                supposed.at(),
                supposed.candidates().size(),
                supposed.candidates().stream().limit(SHOWN).map(PlacementViews::ranked).toList());
    }
}
