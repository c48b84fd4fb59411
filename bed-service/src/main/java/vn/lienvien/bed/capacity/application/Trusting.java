package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.domain.Ward;

/**
 * A doubted unit is offered to again: its numbers were confirmed by telephone, for a report takes
 * longer than a bed can wait.
 */
@ApplicationScoped
public class Trusting {

    private final Units units;
    private final CapacityAnnouncing announcing;
    private final AllocatorWake wake;

    Trusting(Units units, CapacityAnnouncing announcing, AllocatorWake wake) {
        this.units = units;
        this.announcing = announcing;
        this.wake = wake;
    }

    /** False when nobody doubted it. */
    @Transactional
    public boolean confirmedByPhone(Ward ward) {
        units.lock(ward.unit());
        if (!units.trust(ward.unit())) {
            return false;
        }
        announcing.trusted(ward);
        wake.afterCommit();
        return true;
    }
}
