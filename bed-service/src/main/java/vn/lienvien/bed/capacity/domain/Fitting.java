package vn.lienvien.bed.capacity.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;

/**
 * How a unit's slots become what it reported. Nothing promised to a transfer is touched: a report
 * below what is held or confirmed is a doubt, for people to clear up.
 *
 * @param free slots to be free
 * @param locals slots in which a patient of the ward lies
 * @param closed slots nobody can use
 * @param toOpen new slots needed beside the present ones, free
 * @param toOpenOccupied new slots needed for patients of the ward
 * @param belowPromised the unit reports less room than it has promised in the beds it reports
 */
public record Fitting(
        List<SlotId> free,
        List<SlotId> locals,
        List<SlotId> closed,
        int toOpen,
        int toOpenOccupied,
        boolean belowPromised) {

    /**
     * @param extra slots opened for one patient each beyond the reported beds: the same report is
     *     no less true for them, but a bed that may be one of them is not offered either
     * @param since slots that have changed after the moment the report speaks of: they stay what
     *     they are, and each takes one bed of the reported room, which it may have been part of
     */
    public static Fitting of(
            Report report, List<Slot> slots, Set<SlotId> extra, Set<SlotId> since) {
        var kept =
                slots.stream()
                        .filter(it -> it instanceof Slot.Held || it instanceof Slot.Confirmed)
                        .map(Slot::id)
                        .toList();
        int promised = kept.size();
        long reported = kept.stream().filter(it -> !extra.contains(it)).count();
        long transferred = slots.stream().filter(Fitting::isTransferred).count();
        var known =
                slots.stream()
                        .filter(it -> !kept.contains(it.id()) && !isTransferred(it))
                        .filter(it -> since.contains(it.id()))
                        .toList();
        var open = slots.stream().filter(it -> !known.contains(it)).toList();
        long taken = known.stream().filter(it -> !extra.contains(it.id())).count();
        int free = (int) Math.max(0, report.room() - promised - taken);
        int locals = (int) Math.max(0, report.occupied() - transferred);

        var pool = new ArrayList<SlotId>();
        take(pool, open, Slot.Free.class);
        take(pool, open, Slot.Cleaning.class);
        take(pool, open, Slot.Closed.class);
        var local = new ArrayList<SlotId>();
        take(local, open, Slot.Occupied.class);
        while (local.size() > locals) {
            pool.addFirst(local.removeLast());
        }
        var freed = move(pool, free);
        local.addAll(move(pool, locals - local.size()));
        return new Fitting(
                freed,
                List.copyOf(local),
                List.copyOf(pool),
                free - freed.size(),
                locals - local.size(),
                reported > report.room());
    }

    private static void take(List<SlotId> into, List<Slot> slots, Class<? extends Slot> state) {
        slots.stream()
                .filter(state::isInstance)
                .filter(it -> !isTransferred(it))
                .map(Slot::id)
                .forEach(into::add);
    }

    private static List<SlotId> move(List<SlotId> pool, int count) {
        var moved = List.copyOf(pool.subList(0, Math.min(count, pool.size())));
        pool.subList(0, moved.size()).clear();
        return moved;
    }

    private static boolean isTransferred(Slot slot) {
        return slot instanceof Slot.Occupied(_, Occupant.Transferred _, _);
    }
}
