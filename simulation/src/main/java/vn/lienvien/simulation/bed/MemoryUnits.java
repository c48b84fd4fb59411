package vn.lienvien.simulation.bed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.capacity.application.Units;
import vn.lienvien.bed.capacity.domain.Stated;
import vn.lienvien.bed.capacity.domain.Statement;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;

/** What units are and say of themselves. */
final class MemoryUnits implements Units {

    private final BedTables tables;

    MemoryUnits(BedTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Ward> find(UnitId unit) {
        return Optional.ofNullable(tables.units.get(unit)).map(UnitRecord::ward);
    }

    /** Each transaction here has the unit to itself. */
    @Override
    public void lock(UnitId unit) {}

    @Override
    public void activate(UnitId unit, boolean activated, int ready, String dutyPhone) {
        tables.units.put(unit, tables.units.get(unit).activated(activated, ready));
    }

    @Override
    public void reported(UnitId unit, Statement said, Instant at, Instant recordedAt) {
        var known = latest(unit);
        if (known.isPresent() && known.get().statement().at().isAfter(at)) {
            return;
        }
        var dated = new Statement(said.report(), said.source(), said.by(), said.answeredBy(), at);
        long id = known.map(Stated::id).orElse(0L) + 1;
        tables.statements.put(unit, new Stated(id, dated, recordedAt));
        int ready = said.report().readyForOutside();
        tables.units.put(unit, tables.units.get(unit).reported(ready, at));
    }

    @Override
    public Optional<Stated> latest(UnitId unit) {
        return Optional.ofNullable(tables.statements.get(unit));
    }

    @Override
    public List<Stated> history(UnitId unit, Long before, int limit) {
        throw new UnsupportedOperationException("nobody looks at a screen here");
    }

    @Override
    public int arrivedSince(UnitId unit, Instant then) {
        return (int)
                tables.slots.all().stream()
                        .filter(row -> row.unit().equals(unit) && row.since().isAfter(then))
                        .filter(
                                row ->
                                        row.slot()
                                                instanceof
                                                Slot.Occupied(_, Occupant.Transferred _, _))
                        .count();
    }

    @Override
    public boolean isDoubted(UnitId unit) {
        return tables.doubts.has(unit);
    }

    @Override
    public int readyForOutside(UnitId unit) {
        return tables.units.get(unit).readyForOutside();
    }

    @Override
    public boolean trust(UnitId unit, Instant at) {
        return tables.doubts.has(unit)
                && tables.doubts.get(unit).endedBy(at)
                && tables.doubts.delete(unit);
    }
}
