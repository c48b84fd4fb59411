package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.function.Function;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.application.Placements;
import vn.lienvien.bed.placement.application.WardSlots;
import vn.lienvien.bed.placement.domain.ClosedBecause;
import vn.lienvien.bed.placement.domain.Facts;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Steps;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.bed.placement.domain.WithdrawnBecause;
import vn.lienvien.kit.time.DatabaseClock;

/**
 * The ward's staff says what has become of a slot. Where a transfer counts on it, the placement is
 * changed first: closing what was confirmed is a withdrawal, a freed bed ends the stay.
 */
@ApplicationScoped
public class Tending {

    private final Placements placements;
    private final WardSlots slots;
    private final CapacityAnnouncing announcing;
    private final AllocatorWake wake;
    private final DatabaseClock clock;

    public Tending(
            Placements placements,
            WardSlots slots,
            CapacityAnnouncing announcing,
            AllocatorWake wake,
            DatabaseClock clock) {
        this.placements = placements;
        this.slots = slots;
        this.announcing = announcing;
        this.wake = wake;
        this.clock = clock;
    }

    /** What the staff can say. */
    public sealed interface Saying {
        record Free() implements Saying {}

        record Cleaning() implements Saying {}

        record OccupiedByOwnPatient() implements Saying {}

        record Closed(ClosedBecause because) implements Saying {}
    }

    @Transactional
    public SlotId open(Ward ward) {
        var opened = slots.open(ward.unit(), clock.now());
        announcing.slotChanged(ward, new Slot.Free(opened), null);
        wake.afterCommit();
        return opened;
    }

    /**
     * @param occurredAt when it became so; null means now
     */
    @Transactional
    public Outcome<Slot> say(Ward ward, SlotId slot, Saying saying, Instant occurredAt) {
        boolean told =
                slots.find(ward.unit(), slot)
                        .filter(it -> tellPlacement(it, saying, occurredAt))
                        .isPresent();
        slots.lock(slot);
        var now = clock.now();
        var at = occurredAt == null || occurredAt.isAfter(now) ? now : occurredAt;
        var outcome = slots.change(slot, at, it -> decide(it, saying, at));
        if (told && outcome instanceof Outcome.Unchanged<Slot>(var same)) {
            // the placement has brought the slot there already
            outcome = Outcome.changed(same);
        }
        if (outcome instanceof Outcome.Changed<Slot>(var becomes, _)) {
            announcing.slotChanged(ward, becomes, occurredAt);
            wake.afterCommit();
        }
        return outcome;
    }

    @Transactional
    public boolean has(UnitId unit, SlotId slot) {
        return slots.find(unit, slot).isPresent();
    }

    /** Whether a placement has changed with it. */
    private boolean tellPlacement(Slot slot, Saying saying, Instant occurredAt) {
        return switch (slot) {
            case Slot.Held(var id, _, var by, _) -> promised(id, by, saying, occurredAt);
            case Slot.Confirmed(var id, _, var by) -> promised(id, by, saying, occurredAt);
            case Slot.Occupied(var id, Occupant.Transferred(var by), _) ->
                    !(saying instanceof Saying.OccupiedByOwnPatient)
                            && changes(by, occurredAt, it -> Facts.vacate(it, id));
            case Slot.Occupied _, Slot.Free _, Slot.Cleaning _, Slot.Closed _ -> false;
        };
    }

    private boolean promised(SlotId slot, TransferId by, Saying saying, Instant occurredAt) {
        return switch (saying) {
            case Saying.Closed(var because) ->
                    changes(by, occurredAt, it -> Steps.closeSlot(it, slot, withdrawn(because)));
            case Saying.OccupiedByOwnPatient() ->
                    changes(
                            by,
                            occurredAt,
                            it -> Steps.closeSlot(it, slot, WithdrawnBecause.BED_TAKEN));
            case Saying.Free(), Saying.Cleaning() -> false;
        };
    }

    private boolean changes(
            TransferId transfer,
            Instant occurredAt,
            Function<Placement, Outcome<Placement>> change) {
        return placements.change(transfer, occurredAt, (it, _) -> change.apply(it))
                instanceof Outcome.Changed<Placement>;
    }

    private static Outcome<Slot> decide(Slot slot, Saying saying, Instant now) {
        return switch (saying) {
            case Saying.Free() -> slot.free();
            case Saying.Cleaning() -> slot.clean();
            case Saying.OccupiedByOwnPatient() -> slot.occupyLocally(now);
            case Saying.Closed(var because) -> slot.close(because);
        };
    }

    private static WithdrawnBecause withdrawn(ClosedBecause because) {
        return switch (because) {
            case NO_STAFF -> WithdrawnBecause.NO_STAFF;
            case EQUIPMENT_FAULT -> WithdrawnBecause.EQUIPMENT_FAULT;
            case UNIT_CLOSED, REPORTED -> WithdrawnBecause.UNIT_CLOSED;
        };
    }
}
