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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.capacity.adapter.rest.SurgeRequests.Declaration;
import vn.lienvien.bed.capacity.adapter.rest.SurgeRequests.End;
import vn.lienvien.bed.capacity.application.Surges;
import vn.lienvien.bed.capacity.application.Surging;
import vn.lienvien.bed.capacity.application.Surging.Saying;
import vn.lienvien.bed.capacity.application.Surging.Surged;
import vn.lienvien.bed.capacity.domain.Province;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/** Surge mode: units report every hour, and older numbers count for less. */
@Path("/api/v1/capacity/surges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "surge")
@RunOnVirtualThread
public class SurgeResource {

    private static final String KEY = "Idempotency-Key";

    private final Surging surging;
    private final Surges surges;
    private final CurrentActor current;
    private final Once once;
    private final Audit audit;

    SurgeResource(Surging surging, Surges surges, CurrentActor current, Once once, Audit audit) {
        this.surging = surging;
        this.surges = surges;
        this.current = current;
        this.once = once;
        this.audit = audit;
    }

    @GET
    @Authenticated
    @Operation(summary = "Surges, newest first; everybody may know")
    public Page<SurgeView> list(
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") UUID cursor) {
        return Page.of(surges.page(!all, cursor, limit), limit, it -> it.id().toString())
                .map(SurgeView::of);
    }

    @POST
    @Authenticated
    @Operation(
            summary = "Declares a surge in a province, or everywhere",
            description = "One that lasts there already is answered as it is, with 200.")
    @APIResponseSchema(
            value = SurgeView.class,
            responseCode = "201",
            responseDescription = "Declared")
    @APIResponse(
            responseCode = "200",
            description = "It lasted already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurgeView.class)))
    public Response declare(@HeaderParam(KEY) String key, @NotNull @Valid Declaration body) {
        Actor actor = mayDecide();
        var province = body.province() == null ? null : new Province(body.province());
        if (province != null && !surges.knows(province)) {
            throw Problem.invalid(
                            List.of(
                                    new Violation(
                                            "province",
                                            "unknown",
                                            "No hospital of the register is there; see"
                                                    + " /api/v1/hospitals.")))
                    .exception();
        }
        var done =
                once.run(
                        key,
                        body,
                        () -> {
                            var surged = surging.declare(province, by(actor, body.reason()));
                            written("surge-declared", surged, body.reason());
                            var id = surged.now().id();
                            return surged.changed() ? Done.created(id) : Done.ok(id);
                        });
        var view = one(UUID.fromString(done.resourceId()));
        return Response.status(done.status())
                .location(URI.create("/api/v1/capacity/surges/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/{surgeId}")
    @Authenticated
    @Operation(summary = "One surge")
    public SurgeView one(@PathParam("surgeId") UUID id) {
        return surges.find(id).map(SurgeView::of).orElseThrow(() -> Problem.notFound().exception());
    }

    @POST
    @Path("/{surgeId}/end")
    @Authenticated
    @Operation(summary = "Ends it")
    public SurgeView end(
            @PathParam("surgeId") UUID id, @HeaderParam(KEY) String key, @NotNull @Valid End body) {
        Actor actor = mayDecide();
        once.run(
                key,
                body,
                () -> {
                    var surged =
                            surging.end(id, by(actor, body.reason()))
                                    .orElseThrow(() -> Problem.notFound().exception());
                    written("surge-ended", surged, body.reason());
                    return Done.ok(id);
                });
        return one(id);
    }

    private Actor mayDecide() {
        Actor actor = current.get();
        if (!actor.has(Roles.COORDINATOR) && !actor.has(Roles.AUTHORITY)) {
            throw Problem.roleRequired(Roles.COORDINATOR).exception();
        }
        return actor;
    }

    private static Saying by(Actor actor, String reason) {
        return new Saying(actor.user(), actor.organisation().value(), reason);
    }

    private void written(String action, Surged surged, String reason) {
        if (surged.changed()) {
            var province = surged.now().province();
            audit.record(
                    action,
                    "surge",
                    surged.now().id().toString(),
                    Map.of(
                            "province",
                            province == null ? "everywhere" : province.code(),
                            "reason",
                            reason));
        }
    }
}
