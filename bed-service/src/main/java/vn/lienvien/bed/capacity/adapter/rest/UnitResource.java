package vn.lienvien.bed.capacity.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.NotAhead;
import vn.lienvien.bed.capacity.adapter.rest.UnitRequests.Activation;
import vn.lienvien.bed.capacity.application.Activating;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.application.WardBook;
import vn.lienvien.bed.capacity.domain.WardVersion;
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
@RunOnVirtualThread
public class UnitResource {

    private final Register register;
    private final WardBook book;
    private final Activating activating;
    private final UnitAccess access;
    private final UnitViews views;
    private final NotAhead notAhead;
    private final Once once;
    private final Audit audit;

    UnitResource(
            Register register,
            WardBook book,
            Activating activating,
            UnitAccess access,
            UnitViews views,
            NotAhead notAhead,
            Once once,
            Audit audit) {
        this.register = register;
        this.book = book;
        this.activating = activating;
        this.access = access;
        this.views = views;
        this.notAhead = notAhead;
        this.once = once;
        this.audit = audit;
    }

    record Versions(List<VersionView> items) {}

    record VersionView(int version, Instant since, Instant until, WardView unit) {
        static VersionView of(WardVersion it) {
            return new VersionView(it.version(), it.since(), it.until(), WardView.of(it.facts()));
        }
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

    @GET
    @Path("/{unit}/versions")
    @Authenticated
    @Operation(summary = "What the unit was from when to when, newest first")
    public Versions versions(@PathParam("unit") String unit) {
        one(unit);
        return new Versions(book.versions(new UnitId(unit)).stream().map(VersionView::of).toList());
    }

    @PUT
    @Path("/{unit}/activation")
    @Authenticated
    @Operation(
            summary = "A doctor of its hospital puts the unit among those that are offered cases",
            description = "active: false makes it a directory entry again.")
    public UnitView activate(@PathParam("unit") String unit, @NotNull @Valid Activation body) {
        Ward ward = access.own(unit, Roles.DOCTOR);
        notAhead.check(body.occurredAt());
        once.run(
                null,
                body,
                () -> {
                    boolean active = !Boolean.FALSE.equals(body.active());
                    if (active) {
                        activating.activate(
                                ward, body.readyForOutside(), body.dutyPhone(), body.occurredAt());
                    } else {
                        activating.deactivate(ward, body.occurredAt());
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
}
