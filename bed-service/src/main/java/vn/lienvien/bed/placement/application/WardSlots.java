package vn.lienvien.bed.placement.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;

/** The slots of one unit, for its own staff. */
public interface WardSlots {

    /** All of them, locked by id. */
    List<Slot> lock(UnitId unit);

    /** Those of all these units, in the one order in which everybody locks slots. */
    void lock(Collection<UnitId> units);

    void lock(SlotId slot);

    /** Those of them that were opened beyond the reported beds, for one patient each. */
    Set<SlotId> extra(UnitId unit);

    /** Those of them of which something was said, or happened, after that moment. */
    Set<SlotId> changedSince(UnitId unit, Instant then);

    /** As it is now, not locked. */
    Optional<Slot> find(UnitId unit, SlotId slot);

    /** Locks the slot, decides, writes. */
    Outcome<Slot> change(SlotId slot, Instant now, Function<Slot, Outcome<Slot>> decision);

    /** A new slot, free. */
    SlotId open(UnitId unit, Instant now);

    List<SlotPicture> pictures(UnitId unit);

    /**
     * What the ward's own staff sees of a slot.
     *
     * @param transfer null when free, or a patient of the ward lies there
     */
    record SlotPicture(
            SlotId id,
            String state,
            TransferId transfer,
            Instant until,
            Instant since,
            String closedBecause,
            boolean extra,
            boolean invented) {}
}
