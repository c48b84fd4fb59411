package vn.lienvien.bed.capacity.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.NotAhead;
import vn.lienvien.bed.capacity.adapter.rest.UnitRequests.CapacityReport;
import vn.lienvien.bed.capacity.adapter.rest.UnitRequests.PhoneConfirmation;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.application.Reporting;
import vn.lienvien.bed.capacity.application.Units;
import vn.lienvien.bed.capacity.domain.CapacityRefusal;
import vn.lienvien.bed.capacity.domain.Source;
import vn.lienvien.bed.capacity.domain.Statement;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;

/** What a unit says it has: once a shift, with one tap when nothing changed, or on the phone. */
@Path("/api/v1/units/{unit}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "capacity reports")
@RunOnVirtualThread
public class ReportResource {

    private static final String KEY = "Idempotency-Key";

    private final Reporting reporting;
    private final Register register;
    private final Units units;
    private final UnitAccess access;
    private final UnitViews views;
    private final NotAhead notAhead;
    private final Once once;
    private final Audit audit;

    ReportResource(
            Reporting reporting,
            Register register,
            Units units,
            UnitAccess access,
            UnitViews views,
            NotAhead notAhead,
            Once once,
            Audit audit) {
        this.reporting = reporting;
        this.register = register;
        this.units = units;
        this.access = access;
        this.views = views;
        this.notAhead = notAhead;
        this.once = once;
        this.audit = audit;
    }

    @POST
    @Path("/capacity-reports")
    @Authenticated
    @Operation(
            summary = "What the unit has now, once a shift",
            description =
                    "Slots open or close with it, but for those promised to a transfer. What speaks of a moment before the latest report is kept as history only. A field left out is unknown.")
    public UnitView report(
            @PathParam("unit") String unit,
            @HeaderParam(KEY) String key,
            @NotNull @Valid CapacityReport body) {
        Ward ward = access.own(unit, Roles.DOCTOR, Roles.NURSE, Roles.SYSTEM);
        notAhead.check(body.occurredAt());
        return run(
                unit,
                key,
                body,
                Map.of("source", access.source().name()),
                () -> report(ward, body, access.source(), null));
    }

    @POST
    @Path("/capacity-reports/unchanged")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(
            summary = "One tap: the latest numbers are still true",
            description =
                    "They are repeated with a new time and reporter; no slot moves. Patients whom transfers brought since are counted in.")
    public UnitView unchanged(@PathParam("unit") String unit, @HeaderParam(KEY) String key) {
        Ward ward = access.own(unit, Roles.NURSE, Roles.DOCTOR, Roles.SYSTEM);
        return run(
                unit,
                key,
                Map.of(),
                Map.of("source", Source.UNCHANGED.name()),
                () -> reporting.unchanged(ward, access.user()));
    }

    @POST
    @Path("/phone-confirmations")
    @Authenticated
    @Operation(
            summary = "A coordinator called the unit and was told",
            description =
                    "Ends a doubt. With a report the numbers are these; without, the latest are still true.")
    public UnitView confirmed(
            @PathParam("unit") String unit,
            @HeaderParam(KEY) String key,
            @NotNull @Valid PhoneConfirmation body) {
        Ward ward = access.coordinate(unit);
        if (body.report() != null) {
            notAhead.check(body.report().occurredAt());
        }
        return run(
                unit,
                key,
                body,
                Map.of("source", Source.PHONE.name(), "answeredBy", body.answeredBy()),
                () ->
                        body.report() == null
                                ? reporting.confirmedByPhone(ward, access.user(), body.answeredBy())
                                : report(ward, body.report(), Source.PHONE, body.answeredBy()));
    }

    @GET
    @Path("/capacity-reports")
    @Authenticated
    @Operation(summary = "What was said of the unit, by whom and when, newest first")
    public Page<StatedView> history(
            @PathParam("unit") String unit,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Pattern(regexp = "[0-9]{1,18}") String cursor) {
        access.watch(unit);
        var before = cursor == null ? null : Long.valueOf(cursor);
        return Page.of(
                        units.history(new UnitId(unit), before, limit),
                        limit,
                        it -> String.valueOf(it.id()))
                .map(StatedView::of);
    }

    private Optional<CapacityRefusal> report(
            Ward ward, CapacityReport said, Source source, String answeredBy) {
        reporting.report(
                ward,
                new Statement(said.report(), source, access.user(), answeredBy, said.occurredAt()));
        return Optional.empty();
    }

    private UnitView run(
            String unit,
            String key,
            Object body,
            Map<String, String> codes,
            Supplier<Optional<CapacityRefusal>> saying) {
        var done =
                once.run(
                        key,
                        body,
                        () -> {
                            var refused = saying.get();
                            if (refused.isPresent()) {
                                return Done.refused(CapacityProblems.code(refused.get()));
                            }
                            audit.record("capacity-reported", "unit", unit, codes);
                            return Done.ok(unit);
                        });
        if (done.isRefused()) {
            throw CapacityProblems.of(done.refusal()).exception();
        }
        return register.unit(new UnitId(unit))
                .map(views::of)
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
