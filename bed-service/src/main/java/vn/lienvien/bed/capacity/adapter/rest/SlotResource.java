package vn.lienvien.bed.capacity.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.NotAhead;
import vn.lienvien.bed.RefusalProblems;
import vn.lienvien.bed.capacity.adapter.rest.UnitRequests.SlotSaying;
import vn.lienvien.bed.capacity.application.Tending;
import vn.lienvien.bed.capacity.application.Tending.Saying;
import vn.lienvien.bed.placement.application.WardSlots;
import vn.lienvien.bed.placement.application.WardSlots.SlotPicture;
import vn.lienvien.bed.placement.domain.ClosedBecause;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;

/** The slots of a unit: a bed with console and staff for one patient each. */
@Path("/api/v1/units/{unit}/slots")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "units")
@RunOnVirtualThread
public class SlotResource {

    private static final String KEY = "Idempotency-Key";

    private final Tending tending;
    private final WardSlots slots;
    private final UnitAccess access;
    private final NotAhead notAhead;
    private final Once once;
    private final Audit audit;

    SlotResource(
            Tending tending,
            WardSlots slots,
            UnitAccess access,
            NotAhead notAhead,
            Once once,
            Audit audit) {
        this.tending = tending;
        this.slots = slots;
        this.access = access;
        this.notAhead = notAhead;
        this.once = once;
        this.audit = audit;
    }

    @Schema(name = "UnitSlot")
    record SlotView(
            UUID id,
            String state,
            UUID transferId,
            Instant until,
            Instant since,
            String closedBecause,
            boolean extra,
            boolean invented) {}

    @Schema(name = "UnitSlots")
    record Slots(List<SlotView> items) {}

    @GET
    @Authenticated
    @Operation(summary = "All slots of the unit")
    public Slots list(@PathParam("unit") String unit) {
        access.look(unit);
        return new Slots(
                slots.pictures(new UnitId(unit)).stream().map(SlotResource::view).toList());
    }

    @POST
    @Authenticated
    @Operation(summary = "Opens one more slot")
    @APIResponseSchema(value = SlotView.class, responseCode = "201")
    public Response open(@PathParam("unit") String unit, @HeaderParam(KEY) String key) {
        Ward ward = access.own(unit, Roles.NURSE, Roles.DOCTOR);
        var done =
                once.run(
                        key,
                        Map.of(),
                        () -> {
                            var opened = tending.open(ward);
                            audit.record("slot-opened", "slot", opened.toString(), Map.of());
                            return Done.created(opened);
                        });
        var slot = one(unit, UUID.fromString(done.resourceId()));
        return Response.created(URI.create("/api/v1/units/" + unit + "/slots/" + slot.id()))
                .entity(slot)
                .build();
    }

    @POST
    @Path("/{slotId}/state")
    @Authenticated
    @Operation(
            summary = "What has become of a slot",
            description = "Closing a slot that was confirmed for a transfer is a withdrawal.")
    public SlotView say(
            @PathParam("unit") String unit,
            @PathParam("slotId") UUID slot,
            @HeaderParam(KEY) String key,
            @NotNull @Valid SlotSaying body) {
        Ward ward = access.own(unit, Roles.NURSE, Roles.DOCTOR);
        notAhead.check(body.occurredAt());
        if (!tending.has(new UnitId(unit), new SlotId(slot))) {
            throw Problem.notFound().exception();
        }
        var done = once.run(key, body, () -> done(ward, slot, body));
        if (done.isRefused()) {
            throw RefusalProblems.of(done.refusal()).exception();
        }
        return one(unit, slot);
    }

    private Done done(Ward ward, UUID slot, SlotSaying body) {
        return switch (tending.say(ward, new SlotId(slot), saying(body), body.occurredAt())) {
            case Outcome.Changed<Slot> _ -> {
                audit.record(
                        "slot-state",
                        "slot",
                        slot.toString(),
                        Map.of("state", body.state().name()));
                yield Done.ok(slot);
            }
            case Outcome.Unchanged<Slot> _ -> Done.ok(slot);
            case Outcome.Refused<Slot>(var why) -> Done.refused(RefusalProblems.code(why));
        };
    }

    private static Saying saying(SlotSaying body) {
        return switch (body.state()) {
            case FREE -> new Saying.Free();
            case CLEANING -> new Saying.Cleaning();
            case OCCUPIED -> new Saying.OccupiedByOwnPatient();
            case CLOSED ->
                    new Saying.Closed(
                            body.reason() == null ? ClosedBecause.UNIT_CLOSED : body.reason());
        };
    }

    private SlotView one(String unit, UUID slot) {
        return slots.pictures(new UnitId(unit)).stream()
                .map(SlotResource::view)
                .filter(it -> it.id().equals(slot))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private static SlotView view(SlotPicture it) {
        return new SlotView(
                it.id().value(),
                it.state(),
                it.transfer() == null ? null : it.transfer().value(),
                it.until(),
                it.since(),
                it.closedBecause(),
                it.extra(),
                it.invented());
    }
}
