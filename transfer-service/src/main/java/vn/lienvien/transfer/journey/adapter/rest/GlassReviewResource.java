package vn.lienvien.transfer.journey.adapter.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.transfer.journey.application.ReviewingGlass;

/** Every glass that was broken. */
@Path("/api/v1/transfers/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GlassReviewResource {

    private final ReviewingGlass reviewing;

    GlassReviewResource(ReviewingGlass reviewing) {
        this.reviewing = reviewing;
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
}
