package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import vn.lienvien.bed.capacity.domain.CapacityRefusal;
import vn.lienvien.bed.capacity.domain.Fitting;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.capacity.domain.Source;
import vn.lienvien.bed.capacity.domain.Stated;
import vn.lienvien.bed.capacity.domain.Statement;
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

    public Reporting(
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

    /** What speaks of a moment before the latest report is history, and changes nothing now. */
    @Transactional
    public void report(Ward ward, Statement said) {
        units.lock(ward.unit());
        var latest = units.latest(ward.unit());
        var held = slots.lock(ward.unit());
        var now = clock.now();
        // a clock that is ahead must not make the next report one of before
        var at = said.at() == null || said.at().isAfter(now) ? now : said.at();
        units.reported(ward.unit(), said, at, now);
        if (latest.filter(it -> it.statement().at().isAfter(at)).isPresent()) {
            return;
        }
        var fitting =
                Fitting.of(
                        said.report().after(units.arrivedSince(ward.unit(), at)),
                        held,
                        slots.extra(ward.unit()),
                        slots.changedSince(ward.unit(), at));
        follow(ward.unit(), fitting, at);
        announcing.reported(ward, said.report(), at);
        judge(ward, fitting.belowPromised(), now, said.source() == Source.PHONE ? now : at);
        wake.afterCommit();
    }

    /**
     * The latest numbers are true now too. No slot moves: what became of each since was said slot
     * by slot, and those whom transfers brought are counted in. Numbers that were found untrue
     * cannot be repeated.
     */
    @Transactional
    public Optional<CapacityRefusal> unchanged(Ward ward, String by) {
        units.lock(ward.unit());
        if (units.isDoubted(ward.unit())) {
            return Optional.of(CapacityRefusal.NUMBERS_DOUBTED);
        }
        return repeated(ward, Source.UNCHANGED, by, null) ? Optional.empty() : noReport();
    }

    /**
     * Somebody of the unit said so on the phone: that ends a doubt, whatever it was about.
     *
     * @param answeredBy who said it
     */
    @Transactional
    public Optional<CapacityRefusal> confirmedByPhone(Ward ward, String by, String answeredBy) {
        units.lock(ward.unit());
        boolean repeated = repeated(ward, Source.PHONE, by, answeredBy);
        return trusted(ward, clock.now()) || repeated ? Optional.empty() : noReport();
    }

    private static Optional<CapacityRefusal> noReport() {
        return Optional.of(CapacityRefusal.NO_REPORT_YET);
    }

    private boolean repeated(Ward ward, Source source, String by, String answeredBy) {
        var latest = units.latest(ward.unit()).map(Stated::statement);
        latest.ifPresent(
                it -> {
                    var now = clock.now();
                    // its leader may have given another number ready for outside since
                    Report still =
                            it.report()
                                    .readyFor(units.readyForOutside(ward.unit()))
                                    .after(units.arrivedSince(ward.unit(), it.at()));
                    var said = new Statement(still, source, by, answeredBy, now);
                    units.reported(ward.unit(), said, now, now);
                    announcing.reported(ward, still, now);
                    wake.afterCommit();
                });
        return latest.isPresent();
    }

    /** From the moment that the numbers speak of: later words of single slots stand. */
    private void follow(UnitId unit, Fitting fitting, Instant at) {
        fitting.closed().forEach(it -> slots.change(it, at, s -> s.close(ClosedBecause.REPORTED)));
        fitting.locals().forEach(it -> slots.change(it, at, s -> s.occupyLocally(at)));
        fitting.free().forEach(it -> slots.change(it, at, s -> s.free()));
        for (int i = 0; i < fitting.toOpen(); i++) {
            slots.open(unit, at);
        }
        for (int i = 0; i < fitting.toOpenOccupied(); i++) {
            SlotId opened = slots.open(unit, at);
            slots.change(opened, at, s -> s.occupyLocally(at));
        }
    }

    private void judge(Ward ward, boolean belowPromised, Instant now, Instant trueAt) {
        if (belowPromised) {
            doubts.doubt(ward, "BELOW_HELD", now);
            // each time: the report itself has closed the alarm about the doubt before it
            announcing.belowPromised(ward);
        } else if (!trusted(ward, trueAt) && units.isDoubted(ward.unit())) {
            announcing.stillDoubted(ward);
        }
    }

    private boolean trusted(Ward ward, Instant at) {
        boolean doubted = units.trust(ward.unit(), at);
        if (doubted) {
            announcing.trusted(ward);
            wake.afterCommit();
        }
        return doubted;
    }
}
