package vn.lienvien.simulation.bed;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.lienvien.bed.placement.application.Doubts;
import vn.lienvien.bed.placement.application.Seats;
import vn.lienvien.bed.placement.application.WardSlots;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.ids.Ids;

/** Slots for a ward's own staff and for patients nothing was held for, and doubts about a ward. */
final class MemoryWards implements WardSlots, Seats, Doubts {

    private final BedTables tables;
    private final Ids ids;

    MemoryWards(BedTables tables, Ids ids) {
        this.tables = tables;
        this.ids = ids;
    }

    @Override
    public List<Slot> lock(UnitId unit) {
        return tables.slots.all().stream()
                .filter(row -> row.unit().equals(unit))
                .map(SlotRecord::slot)
                .toList();
    }

    /** Each transaction here has the slots to itself. */
    @Override
    public void lock(Collection<UnitId> units) {}

    @Override
    public void lock(SlotId slot) {}

    @Override
    public Set<SlotId> extra(UnitId unit) {
        return ids(unit, SlotRecord::extra);
    }

    @Override
    public Set<SlotId> changedSince(UnitId unit, Instant then) {
        return ids(unit, row -> row.since().isAfter(then));
    }

    private Set<SlotId> ids(UnitId unit, Predicate<SlotRecord> which) {
        return tables.slots.all().stream()
                .filter(row -> row.unit().equals(unit) && which.test(row))
                .map(row -> row.slot().id())
                .collect(toUnmodifiableSet());
    }

    @Override
    public Optional<Slot> find(UnitId unit, SlotId slot) {
        return Optional.ofNullable(tables.slots.get(slot))
                .filter(row -> row.unit().equals(unit))
                .map(SlotRecord::slot);
    }

    @Override
    public Outcome<Slot> change(SlotId slot, Instant now, Function<Slot, Outcome<Slot>> decision) {
        var row = tables.slots.get(slot);
        var outcome = decision.apply(row.slot());
        if (outcome instanceof Outcome.Changed<Slot>(var becomes, _)) {
            tables.slots.put(slot, row.becomes(becomes, now));
        }
        return outcome;
    }

    @Override
    public SlotId open(UnitId unit, Instant now) {
        var slot = new SlotId(ids.next());
        tables.slots.put(slot, SlotRecord.opened(new Slot.Free(slot), unit, false, now));
        return slot;
    }

    @Override
    public List<SlotPicture> pictures(UnitId unit) {
        throw new UnsupportedOperationException("nobody looks at a screen here");
    }

    @Override
    public Optional<SlotId> free(UnitId unit) {
        return lock(unit).stream()
                .filter(Slot.Free.class::isInstance)
                .map(Slot::id)
                .min(Comparator.comparing(SlotId::value));
    }

    @Override
    public boolean doubt(Ward ward, String reason, Instant since) {
        if (tables.doubts.has(ward.unit())) {
            return false;
        }
        tables.doubts.put(ward.unit(), new BedTables.Doubt(reason, since));
        return true;
    }
}
