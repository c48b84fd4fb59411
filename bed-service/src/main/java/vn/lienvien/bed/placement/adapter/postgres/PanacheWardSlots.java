package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.lienvien.bed.placement.application.WardSlots;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class PanacheWardSlots implements WardSlots {

    private final SlotRows slots;
    private final Ids ids;
    private final Sql sql;

    PanacheWardSlots(SlotRows slots, Ids ids, Sql sql) {
        this.slots = slots;
        this.ids = ids;
        this.sql = sql;
    }

    @Override
    public List<Slot> lock(UnitId unit) {
        return slots.lockUnits(List.of(unit.value())).stream().map(SlotRow::slot).toList();
    }

    @Override
    public void lock(Collection<UnitId> units) {
        slots.lockUnits(units.stream().map(UnitId::value).toList());
    }

    @Override
    public void lock(SlotId slot) {
        slots.findById(slot.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Set<SlotId> extra(UnitId unit) {
        return ids("select id from slot where unit = ? and extra", unit.value());
    }

    @Override
    public Set<SlotId> changedSince(UnitId unit, Instant then) {
        return ids("select id from slot where unit = ? and since > ?", unit.value(), then);
    }

    @Override
    public Optional<Slot> find(UnitId unit, SlotId slot) {
        return slots.find("id = ?1 and unit = ?2", slot.value(), unit.value())
                .firstResultOptional()
                .map(
                        row -> {
                            // looked at without a lock: whoever locks it must read it anew
                            slots.getEntityManager().detach(row);
                            return row.slot();
                        });
    }

    @Override
    public Outcome<Slot> change(SlotId slot, Instant now, Function<Slot, Outcome<Slot>> decision) {
        var row = slots.findById(slot.value(), LockModeType.PESSIMISTIC_WRITE);
        var outcome = decision.apply(row.slot());
        if (outcome instanceof Outcome.Changed<Slot>(var becomes, _)) {
            row.become(becomes, now);
        }
        return outcome;
    }

    @Override
    public SlotId open(UnitId unit, Instant now) {
        var row = SlotRow.opened(ids.next(), unit.value(), false, now);
        slots.persist(row);
        return new SlotId(row.id);
    }

    private Set<SlotId> ids(String statement, Object... parameters) {
        return Set.copyOf(
                sql.list(statement, row -> new SlotId(row.getObject(1, UUID.class)), parameters));
    }

    @Override
    public List<SlotPicture> pictures(UnitId unit) {
        return sql.list(
                "select id, state, transfer_id, until, since, closed_because, extra, invented"
                        + " from slot where unit = ? order by id",
                row ->
                        new SlotPicture(
                                new SlotId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getObject(3) == null
                                        ? null
                                        : new TransferId(row.getObject(3, UUID.class)),
                                Sql.instant(row, 4),
                                Sql.instant(row, 5),
                                row.getString(6),
                                row.getBoolean(7),
                                row.getBoolean(8)),
                unit.value());
    }
}
