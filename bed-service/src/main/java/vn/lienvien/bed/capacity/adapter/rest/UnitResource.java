package vn.lienvien.bed.capacity.adapter.rest;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.capacity.adapter.rest.UnitRequests.Activation;
import vn.lienvien.bed.capacity.adapter.rest.UnitRequests.CapacityReport;
import vn.lienvien.bed.capacity.application.Activating;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.application.Reporting;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;

/** Intensive care units: what they are, and what they say they can take. */
@Path("/api/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "units")
public class UnitResource {

    private final Register register;
    private final Activating activating;
    private final Reporting reporting;
    private final UnitAccess access;
    private final UnitViews views;
    private final Once once;
    private final Audit audit;

    UnitResource(
            Register register,
            Activating activating,
            Reporting reporting,
            UnitAccess access,
            UnitViews views,
            Once once,
            Audit audit) {
        this.register = register;
        this.activating = activating;
        this.reporting = reporting;
        this.access = access;
        this.views = views;
        this.once = once;
        this.audit = audit;
    }

    @GET
    @Authenticated
    @Operation(summary = "All units, with their numbers and the age of these")
    public Page<UnitView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        return Page.of(register.units(cursor, limit), limit, Register.UnitPicture::code)
                .map(views::of);
    }

    @GET
    @Path("/{unit}")
    @Authenticated
    @Operation(summary = "One unit")
    public UnitView one(@PathParam("unit") String unit) {
        return register.unit(new UnitId(unit))
                .map(views::of)
                .orElseThrow(() -> Problem.notFound().exception());
    }

    @PUT
    @Path("/{unit}/activation")
    @Authenticated
    @Operation(
            summary = "The unit's own leader puts it among those that are offered cases",
            description = "active: false makes it a directory entry again.")
    public UnitView activate(@PathParam("unit") String unit, @NotNull @Valid Activation body) {
        Ward ward = access.own(unit, Roles.DOCTOR);
        once.run(
                null,
                body,
                () -> {
                    boolean active = !Boolean.FALSE.equals(body.active());
                    if (active) {
                        activating.activate(ward, body.readyForOutside(), body.dutyPhone());
                    } else {
                        activating.deactivate(ward);
                    }
                    audit.record(
                            active ? "unit-activated" : "unit-deactivated",
                            "unit",
                            unit,
                            Map.of("readyForOutside", String.valueOf(body.readyForOutside())));
                    return Done.ok(unit);
                });
        return one(unit);
    }

    @POST
    @Path("/{unit}/capacity-reports")
    @Authenticated
    @Operation(
            summary = "What the unit has now, once a shift",
            description = "Slots open or close with it, but for those promised to a transfer.")
    public UnitView report(
            @PathParam("unit") String unit,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid CapacityReport body) {
        Ward ward = access.own(unit, Roles.DOCTOR, Roles.NURSE, Roles.SYSTEM);
        once.run(
                key,
                body,
                () -> {
                    reporting.report(ward, body.report(), access.user());
                    audit.record("capacity-reported", "unit", unit, Map.of());
                    return Done.ok(unit);
                });
        return one(unit);
    }
}
