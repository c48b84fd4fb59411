package vn.lienvien.bed.capacity.application;

import java.time.Instant;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.Ward;

/** Tells the others what a unit can take, in the transaction that made it so. */
public interface CapacityAnnouncing {

    void activated(Ward ward, int readyForOutside);

    void deactivated(Ward ward);

    void reported(Ward ward, Report report, Instant at);

    void belowPromised(Ward ward);

    void trusted(Ward ward);

    void slotChanged(Ward ward, Slot slot);
}
