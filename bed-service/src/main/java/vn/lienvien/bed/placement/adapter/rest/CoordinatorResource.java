package vn.lienvien.bed.placement.adapter.rest;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.placement.adapter.rest.Commands.Command;
import vn.lienvien.bed.placement.adapter.rest.Requests.OfferByHand;
import vn.lienvien.bed.placement.adapter.rest.Requests.Plain;
import vn.lienvien.bed.placement.adapter.rest.Requests.Reasoned;
import vn.lienvien.bed.placement.application.SteppingIn;
import vn.lienvien.bed.placement.application.WardRegister;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/** A coordinator steps in; every step has a reason and is audited. */
@Path("/api/v1/placements/{transferId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "steps of a coordinator")
public class CoordinatorResource {

    private static final String KEY = "Idempotency-Key";

    private final SteppingIn steppingIn;
    private final WardRegister wards;
    private final PlacementAccess access;
    private final Commands commands;

    CoordinatorResource(
            SteppingIn steppingIn, WardRegister wards, PlacementAccess access, Commands commands) {
        this.steppingIn = steppingIn;
        this.wards = wards;
        this.access = access;
        this.commands = commands;
    }

    @POST
    @Path("/offers")
    @Authenticated
    @Operation(summary = "Asks a chosen unit, beside those already asked")
    public PlacementView offer(
            @PathParam("transferId") UUID transfer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid OfferByHand body) {
        access.coordinate(transfer);
        var ward =
                wards.find(new UnitId(body.unit()))
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        List.of(
                                                                new Violation(
                                                                        "unit",
                                                                        "unknown",
                                                                        "is not in the register")))
                                                .exception());
        return commands.run(
                transfer,
                key,
                body,
                new Command(
                        "offer-by-hand",
                        Map.of("unit", body.unit(), "reason", body.reason()),
                        () -> steppingIn.offer(new TransferId(transfer), ward)));
    }

    @POST
    @Path("/pause")
    @Authenticated
    @Operation(summary = "Stops the machine for this transfer")
    public PlacementView pause(
            @PathParam("transferId") UUID transfer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Reasoned body) {
        access.coordinate(transfer);
        return commands.run(
                transfer,
                key,
                body,
                new Command(
                        "automation-paused",
                        Map.of("reason", body.reason()),
                        () -> steppingIn.pause(new TransferId(transfer))));
    }

    @POST
    @Path("/resume")
    @Authenticated
    @Operation(summary = "Lets the machine go on")
    public PlacementView resume(
            @PathParam("transferId") UUID transfer, @HeaderParam(KEY) String key, Plain body) {
        access.coordinate(transfer);
        return commands.run(
                transfer,
                key,
                body,
                new Command(
                        "automation-resumed",
                        Map.of(),
                        () -> steppingIn.resume(new TransferId(transfer))));
    }

    @POST
    @Path("/units/{unit}/put-back")
    @Authenticated
    @Operation(summary = "A unit that said not now, or let it lapse, may be asked again")
    public PlacementView putBack(
            @PathParam("transferId") UUID transfer,
            @PathParam("unit") String unit,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Reasoned body) {
        access.coordinate(transfer);
        return commands.run(
                transfer,
                key,
                body,
                new Command(
                        "unit-put-back",
                        Map.of("unit", unit, "reason", body.reason()),
                        () -> steppingIn.putBack(new TransferId(transfer), new UnitId(unit))));
    }

    @POST
    @Path("/release")
    @Authenticated
    @Operation(summary = "Gives up what the transfer holds; people decide what comes next")
    public PlacementView release(
            @PathParam("transferId") UUID transfer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Reasoned body) {
        access.coordinate(transfer);
        return commands.run(
                transfer,
                key,
                body,
                new Command(
                        "slot-released",
                        Map.of("reason", body.reason()),
                        () -> steppingIn.release(new TransferId(transfer))));
    }
}
