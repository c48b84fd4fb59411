package vn.lienvien.notification.obligation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.notification.obligation.Listing.Stand;
import vn.lienvien.notification.obligation.Listing.Wanted;

/** What people must know, and their word that they do. */
@Path("/api/v1/obligations")
@Tag(name = "Obligations")
@RunOnVirtualThread
class ObligationResource {

    private static final String KEY = "Idempotency-Key";

    private final Listing listing;
    private final Answering answering;
    private final Showing showing;
    private final CurrentActor current;
    private final Once once;

    ObligationResource(
            Listing listing,
            Answering answering,
            Showing showing,
            CurrentActor current,
            Once once) {
        this.listing = listing;
        this.answering = answering;
        this.showing = showing;
        this.current = current;
        this.once = once;
    }

    @GET
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Operation(
            summary = "What I must know; for coordinators what anybody must",
            description = "With transfer, its sender gets all about it.")
    public Page list(
            @Parameter(description = "open (alarms too), alarm, ended or all")
                    @QueryParam("state")
                    @DefaultValue("open")
                    String state,
            @QueryParam("organisation") OrganisationCode organisation,
            @QueryParam("transfer") UUID transfer,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        var after = cursor == null ? null : Cursor.parse(cursor);
        var wanted = new Wanted(Stand.of(state), organisation, transfer, after, limit);
        var rows = Showing.fresh(() -> listing.page(current.get(), wanted));
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? Cursor.after(page.getLast()).toString() : null;
        return new Page(showing.many(page), next);
    }

    @GET
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Path("/{id}")
    @Operation(
            summary = "One obligation",
            description = "With whom to call now, by the rosters, and who was told so far.")
    public ObligationView one(@PathParam("id") UUID id) {
        return showing.one(current.get(), id);
    }

    @POST
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Path("/{id}/acknowledgement")
    @Operation(summary = "I know", description = "Only whoever must know can say so.")
    public ObligationView acknowledge(@PathParam("id") UUID id, @HeaderParam(KEY) String key) {
        var actor = current.get();
        showing.mustKnow(actor, id);
        once.run(
                key,
                null,
                () -> {
                    answering.acknowledge(id, actor);
                    return Done.ok(id);
                });
        return one(id);
    }

    @POST
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Path("/{id}/call")
    @Operation(
            summary = "Called, answered by, at",
            description =
                    "A call is the first channel, and closes the obligation whoever enters it.")
    public ObligationView called(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid CallRequest call) {
        var actor = current.get();
        showing.seen(actor, id);
        once.run(
                key,
                call,
                () -> {
                    answering.called(id, call, actor);
                    return Done.ok(id);
                });
        return one(id);
    }
}
