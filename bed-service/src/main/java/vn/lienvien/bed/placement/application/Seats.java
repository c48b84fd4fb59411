package vn.lienvien.bed.placement.application;

import java.util.Optional;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.UnitId;

/** Places for patients nothing was held for. */
public interface Seats {

    /** A free slot of the unit, locked; one that somebody else is taking is not waited for. */
    Optional<SlotId> free(UnitId unit);
}
