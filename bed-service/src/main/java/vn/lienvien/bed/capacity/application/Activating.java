package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.domain.Ward;

/** Only its own leader puts a unit among those that are offered cases, and says how many. */
@ApplicationScoped
public class Activating {

    private final Units units;
    private final CapacityAnnouncing announcing;
    private final AllocatorWake wake;

    public Activating(Units units, CapacityAnnouncing announcing, AllocatorWake wake) {
        this.units = units;
        this.announcing = announcing;
        this.wake = wake;
    }

    @Transactional
    public void activate(Ward ward, int readyForOutside, String dutyPhone, Instant occurredAt) {
        units.activate(ward.unit(), true, readyForOutside, dutyPhone);
        announcing.activated(ward, readyForOutside, occurredAt);
        wake.afterCommit();
    }

    @Transactional
    public void deactivate(Ward ward, Instant occurredAt) {
        units.activate(ward.unit(), false, 0, null);
        announcing.deactivated(ward, occurredAt);
    }
}
