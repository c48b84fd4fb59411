package vn.lienvien.notification.obligation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;

/** Whoever must know, and cannot just now. */
@Path("/api/v1/obligations/{id}")
@Tag(name = "Obligations")
@RunOnVirtualThread
class SteppingAsideResource {

    private static final String KEY = "Idempotency-Key";

    private final SteppingAside aside;
    private final Showing showing;
    private final CurrentActor current;
    private final Once once;

    SteppingAsideResource(SteppingAside aside, Showing showing, CurrentActor current, Once once) {
        this.aside = aside;
        this.showing = showing;
        this.current = current;
        this.once = once;
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
    @Path("/snooze")
    @Operation(
            summary = "Quiet for some minutes",
            description =
                    "Only for whoever must know; not past the time to answer for U0 and U1. It stays open.")
    public ObligationView snooze(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid SnoozeRequest request) {
        return does(id, key, request, () -> aside.snooze(id, request));
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
    @Path("/hand-on")
    @Operation(
            summary = "To a colleague on duty",
            description =
                    "To a role of the same organisation, or to one person on duty in it. It stays open, and the ladder begins anew.")
    public ObligationView handOn(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid HandOnRequest request) {
        var actor = current.get();
        return does(id, key, request, () -> aside.handOn(id, request, actor));
    }

    private ObligationView does(UUID id, String key, Object request, Supplier<Done> command) {
        showing.mustKnow(current.get(), id);
        var done = once.run(key, request, command);
        if (done.isRefused()) {
            throw ObligationProblems.refused(done.refusal()).exception();
        }
        return showing.one(current.get(), id);
    }
}
