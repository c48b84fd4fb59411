package vn.lienvien.bed.placement.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.RankedView;
import vn.lienvien.bed.placement.application.ReadingPlacements;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.access.Roles;

/** Placements, for those who have to do with them. */
@Path("/api/v1/placements")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "placements")
@RunOnVirtualThread
public class PlacementResource {

    private static final String STATES =
            "SEEKING|OFFERED|WAITING|CONFIRMED|OCCUPIED|WITHDRAWN|ENDED";

    private final PlacementAccess access;
    private final PlacementViews views;
    private final ReadingPlacements reading;

    PlacementResource(PlacementAccess access, PlacementViews views, ReadingPlacements reading) {
        this.access = access;
        this.views = views;
        this.reading = reading;
    }

    record RankingView(int attempt, Instant rankedAt, List<RankedView> candidates) {}

    @Schema(name = "PlacementPage")
    record Page(List<PlacementView> items, UUID nextCursor) {}

    @GET
    @Authenticated
    @Operation(summary = "Placements you may see, newest first")
    public Page list(
            @QueryParam("state") @Pattern(regexp = STATES) String state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") UUID cursor) {
        var sight = access.sight();
        var found =
                reading.page(
                        sight.actor().has(Roles.COORDINATOR) ? null : own(sight),
                        state,
                        cursor == null ? null : new TransferId(cursor),
                        limit);
        return new Page(
                views.of(found, sight),
                found.size() < limit ? null : found.getLast().transfer().value());
    }

    @GET
    @Path("/{transferId}")
    @Authenticated
    @Operation(summary = "One placement, with its offers, its ranking and the reasons")
    public PlacementView one(@PathParam("transferId") UUID transfer) {
        return views.of(access.see(transfer), access.sight());
    }

    @GET
    @Path("/{transferId}/ranking")
    @Authenticated
    @Operation(
            summary =
                    "Why whom: the best candidates and every wished hospital, with reasons, as it was when decided",
            description = "For the sender and coordinators. Empty until somebody was asked.")
    public RankingView ranking(@PathParam("transferId") UUID transfer) {
        var placement = access.seeWhole(transfer);
        return reading.ranking(placement)
                .map(
                        it ->
                                new RankingView(
                                        it.attempt(),
                                        it.at(),
                                        it.candidates().stream()
                                                .map(PlacementViews::ranked)
                                                .toList()))
                .orElse(new RankingView(placement.of().attempt(), null, List.of()));
    }

    private static Set<OrganisationId> own(Sight sight) {
        return sight.actor().organisations().stream()
                .map(it -> new OrganisationId(it.value()))
                .collect(Collectors.toSet());
    }
}
