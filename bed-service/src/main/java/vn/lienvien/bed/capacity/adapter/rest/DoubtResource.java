package vn.lienvien.bed.capacity.adapter.rest;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.application.Trusting;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;

/** A unit whose numbers could not be true is asked by telephone. */
@Path("/api/v1/units/{unit}/phone-confirmation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "units")
public class DoubtResource {

    private final Register register;
    private final Trusting trusting;
    private final UnitAccess access;
    private final UnitViews views;
    private final Once once;
    private final Audit audit;

    DoubtResource(
            Register register,
            Trusting trusting,
            UnitAccess access,
            UnitViews views,
            Once once,
            Audit audit) {
        this.register = register;
        this.trusting = trusting;
        this.access = access;
        this.views = views;
        this.once = once;
        this.audit = audit;
    }

    record PhoneConfirmation(
            @NotBlank
                    @Size(max = 200)
                    @Schema(
                            description = "who answered",
                            examples = "Nurse Lê Văn C (invented), in charge")
                    String spokeWith,
            @NotBlank @Size(max = 500) @Schema(examples = "one bed is staffed until the morning")
                    String reason,
            Instant occurredAt) {}

    @POST
    @Authenticated
    @Operation(summary = "The unit's numbers were confirmed by telephone: it is offered to again")
    public UnitView confirm(
            @PathParam("unit") String unit,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid PhoneConfirmation body) {
        Ward ward = access.speakFor(unit);
        once.run(
                key,
                body,
                () -> {
                    if (trusting.confirmedByPhone(ward)) {
                        audit.record(
                                "unit-confirmed-by-phone",
                                "unit",
                                unit,
                                Map.of("spokeWith", body.spokeWith(), "reason", body.reason()));
                    }
                    return Done.ok(unit);
                });
        return register.unit(new UnitId(unit)).map(views::of).orElseThrow();
    }
}
