package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.capacity.application.Previews.Kind;
import vn.lienvien.bed.capacity.domain.CapacityRefusal;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.capacity.domain.Source;
import vn.lienvien.bed.capacity.domain.Stated;
import vn.lienvien.bed.capacity.domain.Statement;
import vn.lienvien.bed.placement.application.WardSlots;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;

/**
 * Takes the reports of many units from one file, in two steps: somebody sees unit by unit what it
 * would change, and takes exactly that, whole or not at all.
 */
@ApplicationScoped
public class ImportingReports {

    private final Units units;
    private final WardSlots slots;
    private final Reporting reporting;
    private final Previews previews;
    private final Previewing previewing;

    ImportingReports(
            Units units,
            WardSlots slots,
            Reporting reporting,
            Previews previews,
            Previewing previewing) {
        this.units = units;
        this.slots = slots;
        this.reporting = reporting;
        this.previews = previews;
        this.previewing = previewing;
    }

    /**
     * @param reportedAt the moment it speaks of; null means when it is taken
     */
    public record Line(UnitId unit, Report report, Instant reportedAt) {}

    /**
     * @param after the unit's latest report when somebody looked; 0 for none
     */
    public record Planned(Line line, long after) {}

    @Transactional
    public UUID preview(List<Line> lines, String by) {
        var planned = lines.stream().map(it -> new Planned(it, latest(it.unit()))).toList();
        return previewing.keep(Kind.REPORTS, planned, by);
    }

    @Transactional
    public Optional<Preview<Planned>> find(UUID id, String by) {
        return previews.find(Kind.REPORTS, id, by, Planned.class);
    }

    @Transactional
    public Optional<CapacityRefusal> take(Preview<Planned> preview) {
        return previewing.take(
                preview,
                it -> it.line().unit(),
                it -> ward(it).isPresent() && latest(it.line().unit()) == it.after(),
                lines -> report(lines, preview.by()));
    }

    /** The allocator holds slots of many units too. */
    private void report(List<Planned> lines, String by) {
        slots.lock(lines.stream().map(it -> it.line().unit()).toList());
        lines.forEach(it -> report(ward(it).orElseThrow(), it.line(), by));
    }

    private Optional<Ward> ward(Planned planned) {
        return units.find(planned.line().unit());
    }

    private void report(Ward ward, Line line, String by) {
        reporting.report(
                ward, new Statement(line.report(), Source.IMPORT, by, null, line.reportedAt()));
    }

    private long latest(UnitId unit) {
        return units.latest(unit).map(Stated::id).orElse(0L);
    }
}
