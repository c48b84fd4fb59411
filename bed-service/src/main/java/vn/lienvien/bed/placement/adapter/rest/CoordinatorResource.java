package vn.lienvien.bed.placement.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.placement.adapter.rest.Commands.Command;
import vn.lienvien.bed.placement.adapter.rest.Requests.AdviserNamed;
import vn.lienvien.bed.placement.adapter.rest.Requests.OfferByHand;
import vn.lienvien.bed.placement.adapter.rest.Requests.QueueOrder;
import vn.lienvien.bed.placement.adapter.rest.Requests.Reasoned;
import vn.lienvien.bed.placement.application.Advising;
import vn.lienvien.bed.placement.application.ReadingPlacements;
import vn.lienvien.bed.placement.application.SteppingIn;
import vn.lienvien.bed.placement.application.WardRegister;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/** A coordinator steps in; every step has a reason and is audited. */
@Path("/api/v1/placements/{transferId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "steps of a coordinator")
@RunOnVirtualThread
public class CoordinatorResource {

    private static final String KEY = "Idempotency-Key";

    private final SteppingIn steppingIn;
    private final Advising advising;
    private final ReadingPlacements reading;
    private final WardRegister wards;
    private final PlacementAccess access;
    private final Commands commands;
    private final PlacementViews views;

    CoordinatorResource(
            SteppingIn steppingIn,
            Advising advising,
            ReadingPlacements reading,
            WardRegister wards,
            PlacementAccess access,
            Commands commands,
            PlacementViews views) {
        this.steppingIn = steppingIn;
        this.advising = advising;
        this.reading = reading;
        this.wards = wards;
        this.access = access;
        this.commands = commands;
        this.views = views;
    }

    @POST
    @Path("/offers")
    @Authenticated
    @Operation(
            summary = "Asks a chosen unit, beside those already asked",
            description = "Several units at once are a declared multi-offer; the first yes wins.")
    public PlacementView offer(
            @PathParam("transferId") UUID transfer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid OfferByHand body) {
        coordinate(transfer, body.occurredAt());
        var chosen = body.chosen();
        if (chosen.isEmpty() || Set.copyOf(chosen).size() < chosen.size()) {
            throw Problem.invalid(
                            List.of(
                                    new Violation(
                                            "units",
                                            "distinct",
                                            "names each unit once, at least one")))
                    .exception();
        }
        var units = chosen.stream().map(this::ward).toList();
        return step(
                transfer,
                key,
                body,
                chosen.size() == 1 ? "offer-by-hand" : "multi-offer-declared",
                Map.of("unit", String.join(",", chosen), "reason", body.reason()),
                () -> steppingIn.offer(new TransferId(transfer), units, body.occurredAt()));
    }

    @POST
    @Path("/pause")
    @Authenticated
    @Operation(summary = "Stops the machine for this transfer")
    public PlacementView pause(
            @PathParam("transferId") UUID transfer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Reasoned body) {
        coordinate(transfer, body.occurredAt());
        return step(
                transfer,
                key,
                body,
                "automation-paused",
                Map.of("reason", body.reason()),
                () -> steppingIn.pause(new TransferId(transfer), body.occurredAt()));
    }

    @POST
    @Path("/resume")
    @Authenticated
    @Operation(summary = "Lets the machine go on")
    public PlacementView resume(
            @PathParam("transferId") UUID transfer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Reasoned body) {
        coordinate(transfer, body.occurredAt());
        return step(
                transfer,
                key,
                body,
                "automation-resumed",
                Map.of("reason", body.reason()),
                () -> steppingIn.resume(new TransferId(transfer), body.occurredAt()));
    }

    @POST
    @Path("/units/{unit}/skip")
    @Authenticated
    @Operation(
            summary = "The unit is not asked in this attempt",
            description = "If it is being asked, the question is taken back.")
    public PlacementView skip(
            @PathParam("transferId") UUID transfer,
            @PathParam("unit") String unit,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Reasoned body) {
        coordinate(transfer, body.occurredAt());
        var ward = ward(unit);
        return step(
                transfer,
                key,
                body,
                "unit-skipped",
                Map.of("unit", unit, "reason", body.reason()),
                () -> steppingIn.skip(new TransferId(transfer), ward.unit(), body.occurredAt()));
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
        coordinate(transfer, body.occurredAt());
        var ward = ward(unit);
        return step(
                transfer,
                key,
                body,
                "unit-put-back",
                Map.of("unit", unit, "reason", body.reason()),
                () -> steppingIn.putBack(new TransferId(transfer), ward.unit(), body.occurredAt()));
    }

    @POST
    @Path("/queue-order")
    @Authenticated
    @Operation(
            summary = "Puts the transfer before all others in the waiting list, or back in line",
            description = "Overrides the order of the classes until the transfer has a place.")
    public PlacementView order(
            @PathParam("transferId") UUID transfer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid QueueOrder body) {
        coordinate(transfer, body.occurredAt());
        return step(
                transfer,
                key,
                body,
                "queue-order-overridden",
                Map.of("first", body.first().toString(), "reason", body.reason()),
                () ->
                        steppingIn.putFirst(
                                new TransferId(transfer), body.first(), body.occurredAt()));
    }

    @POST
    @Path("/release")
    @Authenticated
    @Operation(
            summary = "Gives up what the transfer holds; people decide what comes next",
            description =
                    "Also where the transfer's events are parked and its end is not known here.")
    public PlacementView release(
            @PathParam("transferId") UUID transfer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Reasoned body) {
        coordinate(transfer, body.occurredAt());
        return step(
                transfer,
                key,
                body,
                "slot-released",
                Map.of("reason", body.reason()),
                () -> steppingIn.release(new TransferId(transfer), body.occurredAt()));
    }

    @PUT
    @Path("/adviser")
    @Authenticated
    @Operation(summary = "Names who advises the sender while the patient waits")
    public PlacementView adviser(
            @PathParam("transferId") UUID transfer, @NotNull @Valid AdviserNamed body) {
        access.coordinate(transfer);
        advising.name(new TransferId(transfer), body.name(), body.phone(), access.organisation());
        return reading.find(new TransferId(transfer))
                .map(it -> views.of(it, access.sight()))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private void coordinate(UUID transfer, Instant occurredAt) {
        access.coordinate(transfer);
        access.notAhead(occurredAt);
    }

    private PlacementView step(
            UUID transfer,
            String key,
            Object body,
            String action,
            Map<String, String> codes,
            Supplier<Outcome<Placement>> deciding) {
        return commands.run(transfer, key, body, new Command(action, codes, deciding));
    }

    private Ward ward(String unit) {
        return wards.find(new UnitId(unit))
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                                List.of(
                                                        new Violation(
                                                                "unit",
                                                                "unknown",
                                                                "is not in the register")))
                                        .exception());
    }
}
