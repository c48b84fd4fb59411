package vn.lienvien.simulation.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.simulation.Invariant;
import vn.lienvien.simulation.Violated;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.kernel.Story;

/** I1 and I2: who counts on which slot, and whether the slot says the same. */
final class Occupancy {

    private final Bed bed;
    private final Story story;
    private final Map<SlotId, Slot> before = new HashMap<>();

    Occupancy(Bed bed, Story story) {
        this.bed = bed;
        this.story = story;
    }

    void check() {
        var claimed = new HashMap<SlotId, TransferId>();
        for (var placement : bed.placements()) {
            if (!(placement.stage() instanceof Stage.Ended)) {
                one(placement);
                slotsOf(placement).forEach(slot -> claim(claimed, slot, placement.transfer()));
            }
        }
        for (var row : bed.slots()) {
            wasFree(row.slot());
            var by = countedOnBy(row.slot());
            var claimant = claimed.get(row.slot().id());
            if (by != null && !by.equals(claimant) && !hasEnded(by)) {
                throw broken(row.slot(), by, "does not count on it: " + row.slot());
            }
            if (claimant != null && !claimant.equals(by)) {
                throw broken(row.slot(), claimant, "counts on it, but it says " + row.slot());
            }
        }
    }

    private void claim(Map<SlotId, TransferId> claimed, SlotId slot, TransferId by) {
        var other = claimed.putIfAbsent(slot, by);
        if (other != null && !other.equals(by)) {
            throw new Violated(
                    Invariant.I1,
                    name(by),
                    name(by) + " and " + name(other) + " both count on " + story.named(slot));
        }
    }

    /** No hold begins where somebody lies, or is expected. */
    private void wasFree(Slot now) {
        var was = before.put(now.id(), now);
        if (!(now instanceof Slot.Held held) || was == null || was instanceof Slot.Free) {
            return;
        }
        if (!(was instanceof Slot.Held same) || !same.offer().equals(held.offer())) {
            throw broken(now, held.by(), "holds it, but it was " + was);
        }
    }

    /** What is left on a slot by an ended transfer is I9's, once all is quiet. */
    private boolean hasEnded(TransferId transfer) {
        return bed.placement(transfer).orElseThrow().stage() instanceof Stage.Ended;
    }

    private static Set<SlotId> slotsOf(Placement placement) {
        var slots = new HashSet<SlotId>();
        placement.live().forEach(offer -> slots.add(offer.asked().slot()));
        if (placement.stage() instanceof Stage.Occupied(var bed)) {
            slots.add(bed == null ? null : bed.slot());
        } else {
            placement.confirmed().ifPresent(offer -> slots.add(offer.asked().slot()));
        }
        slots.remove(null);
        return slots;
    }

    private static TransferId countedOnBy(Slot slot) {
        return switch (slot) {
            case Slot.Held(_, _, var by, _) -> by;
            case Slot.Confirmed(_, _, var by) -> by;
            case Slot.Occupied(_, Occupant.Transferred(var by), _) -> by;
            case Slot.Occupied _, Slot.Free _, Slot.Cleaning _, Slot.Closed _ -> null;
        };
    }

    private void one(Placement placement) {
        var numbers = new HashSet<Integer>();
        for (var offer : placement.live()) {
            if (offer.asked().slot() != null && !numbers.add(offer.asked().number())) {
                throw new Violated(
                        Invariant.I2,
                        name(placement.transfer()),
                        "two holds have the number " + offer.asked().number());
            }
        }
        long confirmed =
                placement.offers().stream().filter(Offer.Confirmed.class::isInstance).count();
        if (confirmed > 1) {
            throw new Violated(
                    Invariant.I2, name(placement.transfer()), confirmed + " places are confirmed");
        }
    }

    private Violated broken(Slot slot, TransferId transfer, String how) {
        return new Violated(
                Invariant.I1,
                name(transfer),
                story.named(slot.id()) + ": " + name(transfer) + " " + how);
    }

    private String name(TransferId transfer) {
        return story.named(transfer.value());
    }
}
