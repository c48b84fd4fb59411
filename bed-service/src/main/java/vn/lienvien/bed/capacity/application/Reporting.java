package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import vn.lienvien.bed.capacity.domain.Fitting;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.application.Doubts;
import vn.lienvien.bed.placement.application.WardSlots;
import vn.lienvien.bed.placement.domain.ClosedBecause;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.time.DatabaseClock;

/** A unit reports; its slots follow, under the unit's lock, but for what it has promised. */
@ApplicationScoped
public class Reporting {

    private final Units units;
    private final WardSlots slots;
    private final Doubts doubts;
    private final CapacityAnnouncing announcing;
    private final AllocatorWake wake;
    private final DatabaseClock clock;

    Reporting(
            Units units,
            WardSlots slots,
            Doubts doubts,
            CapacityAnnouncing announcing,
            AllocatorWake wake,
            DatabaseClock clock) {
        this.units = units;
        this.slots = slots;
        this.doubts = doubts;
        this.announcing = announcing;
        this.wake = wake;
        this.clock = clock;
    }

    @Transactional
    public void report(Ward ward, Report report, String by) {
        units.lock(ward.unit());
        var fitting = Fitting.of(report, slots.lock(ward.unit()));
        var now = clock.now();
        follow(ward.unit(), fitting, now);
        units.reported(ward.unit(), report, by, now);
        announcing.reported(ward, report, now);
        judge(ward, fitting.belowPromised(), now);
        wake.afterCommit();
    }

    private void follow(UnitId unit, Fitting fitting, Instant now) {
        fitting.closed().forEach(it -> slots.change(it, now, s -> s.close(ClosedBecause.REPORTED)));
        fitting.locals().forEach(it -> slots.change(it, now, s -> s.occupyLocally(now)));
        fitting.free().forEach(it -> slots.change(it, now, s -> s.free()));
        for (int i = 0; i < fitting.toOpen(); i++) {
            slots.open(unit, now);
        }
        for (int i = 0; i < fitting.toOpenOccupied(); i++) {
            SlotId opened = slots.open(unit, now);
            slots.change(opened, now, s -> s.occupyLocally(now));
        }
    }

    private void judge(Ward ward, boolean belowPromised, Instant now) {
        if (belowPromised) {
            if (doubts.doubt(ward, "BELOW_HELD", now)) {
                announcing.belowPromised(ward);
            }
        } else if (units.trust(ward.unit())) {
            announcing.trusted(ward);
        }
    }
}
