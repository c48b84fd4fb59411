package vn.lienvien.transfer.journey.adapter.rest;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.transfer.journey.application.ReviewingGlass;

/** Every glass that was broken, and whether it was right. */
@Path("/api/v1/transfers/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GlassReviewResource {

    private final ReviewingGlass reviewing;
    private final Once once;
    private final Access access;
    private final Problems problems;

    GlassReviewResource(ReviewingGlass reviewing, Once once, Access access, Problems problems) {
        this.reviewing = reviewing;
        this.once = once;
        this.access = access;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @Operation(
            summary = "Which transfers were opened in an emergency, by whom, the newest first",
            description = "Why, in the person's own words, is on the transfer's timeline.")
    public GlassPageView list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        var page = reviewing.page(Cursor.read(cursor), limit);
        return new GlassPageView(
                page.stream().map(GlassPageView.Item::of).toList(),
                page.size() < limit ? null : Cursor.after(page.getLast().opening().id()));
    }

    @POST
    @Path("/{opening}/verdict")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.COORDINATOR})
    @Operation(
            summary = "Say whether it was right, for the sender or as a coordinator",
            description =
                    "It ends what asked this organisation to look. Its last word counts, and none is"
                            + " edited.")
    public VerdictView judge(
            @PathParam("opening") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid Bodies.JudgeGlass body) {
        var opening = reviewing.find(id).orElseThrow(() -> Problem.notFound().exception());
        var transfer = opening.transfer();
        var said = access.acting(transfer.value(), Right.OWN_REQUEST).saying(body);
        var done =
                once.run(
                        key,
                        body,
                        () ->
                                CommandDesk.done(
                                        transfer, reviewing.judge(opening, body.because(), said)));
        if (done.isRefused()) {
            throw problems.refused(done.refusal(), done.status());
        }
        return VerdictView.of(id, reviewing.verdicts(id));
    }
}
