package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.domain.UnitId;

/** A bed that nobody can answer for is not offered by the machine (design §4.2). */
@ApplicationScoped
public class KnowingDuty {

    private final Rosters rosters;
    private final AllocatorWake wake;

    KnowingDuty(Rosters rosters, AllocatorWake wake) {
        this.rosters = rosters;
        this.wake = wake;
    }

    @Transactional
    public void covered(UnitId unit, Instant until) {
        rosters.covered(unit, until);
        wake.afterCommit();
    }

    @Transactional
    public void gap(UnitId unit, Instant until) {
        rosters.gap(unit, until);
    }
}
