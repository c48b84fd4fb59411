package vn.lienvien.simulation.bed;

import java.time.Instant;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.UnitId;

/**
 * A row of the slot table.
 *
 * @param offerNo null while nothing is held or confirmed
 */
public record SlotRecord(
        Slot slot, UnitId unit, boolean extra, Integer offerNo, boolean multi, Instant since) {

    static SlotRecord opened(Slot free, UnitId unit, boolean extra, Instant at) {
        return new SlotRecord(free, unit, extra, null, false, at);
    }

    SlotRecord becomes(Slot next, Instant at) {
        return new SlotRecord(next, unit, extra, offerNo, multi, at);
    }

    SlotRecord numbered(int number, boolean declared) {
        return new SlotRecord(slot, unit, extra, number, declared, since);
    }
}
