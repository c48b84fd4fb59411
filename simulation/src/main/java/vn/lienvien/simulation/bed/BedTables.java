package vn.lienvien.simulation.bed;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import vn.lienvien.bed.capacity.domain.Stated;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.Table;

/** bed-service's tables, with the unique indexes that are the last line of I1 and I2. */
public final class BedTables {

    final Table<TransferId, Placement> placements;
    final Table<TransferId, Times> times;
    final Table<TransferId, Instant> causedAt;
    final Table<SlotId, SlotRecord> slots;
    final Table<UnitId, UnitRecord> units;
    final Table<UnitId, Doubt> doubts;
    final Table<UnitId, Stated> statements;
    final Table<UnitId, Instant> askedAt;

    BedTables(Database database) {
        placements = new Table<>(database);
        times = new Table<>(database);
        causedAt = new Table<>(database);
        slots = new Table<>(database);
        units = new Table<>(database);
        doubts = new Table<>(database);
        statements = new Table<>(database);
        askedAt = new Table<>(database);
    }

    /** The columns that the timers look at; either may be null. */
    record Times(Instant lapsesAt, Instant teamDueAt) {}

    void write(Placement placement) {
        placements.put(placement.transfer(), placement);
        times.put(placement.transfer(), new Times(placement.lapsesAt(), placement.teamDueAt()));
    }

    Instant firstLapse() {
        Instant first = null;
        for (var it : times.all()) {
            first = earlier(first, it.lapsesAt());
        }
        return first;
    }

    Instant firstTeamDue() {
        Instant first = null;
        for (var it : times.all()) {
            first = earlier(first, it.teamDueAt());
        }
        return first;
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** A unique index or a check of the table would not take this. */
    static final class GuardHeld extends RuntimeException {
        GuardHeld(String guard, Object row) {
            super(guard + ": " + row);
        }
    }

    private record Numbered(TransferId transfer, Integer number) {}

    void guard() {
        var held = new HashSet<Numbered>();
        var placed = new HashSet<TransferId>();
        for (var row : slots.all()) {
            switch (row.slot()) {
                case Slot.Held(_, _, var by, _) -> {
                    once("slot_one_hold_per_number", held, new Numbered(by, row.offerNo()), row);
                    if (row.offerNo() != 1 && !row.multi()) {
                        throw new GuardHeld("slot_second_hold_is_declared", row);
                    }
                }
                case Slot.Confirmed(_, _, var by) ->
                        once("slot_one_place_per_transfer", placed, by, row);
                case Slot.Occupied(_, Occupant.Transferred(var by), _) ->
                        once("slot_one_place_per_transfer", placed, by, row);
                case Slot.Occupied _, Slot.Free _, Slot.Cleaning _, Slot.Closed _ -> {}
            }
        }
    }

    private static <T> void once(String guard, Set<T> seen, T key, Object row) {
        if (!seen.add(key)) {
            throw new GuardHeld(guard, row);
        }
    }

    /** Why and since when a unit's numbers cannot be true. */
    record Doubt(String reason, Instant since) {

        /** Numbers of before a not now do not end it. */
        boolean endedBy(Instant numbersOf) {
            return !reason.equals("CAPACITY_NOT_NOW") || !since.isAfter(numbersOf);
        }
    }
}
