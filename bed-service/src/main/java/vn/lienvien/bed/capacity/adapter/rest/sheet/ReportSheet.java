package vn.lienvien.bed.capacity.adapter.rest.sheet;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.lienvien.bed.capacity.application.ImportingReports.Line;
import vn.lienvien.bed.capacity.domain.Limit;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.placement.domain.UnitId;

/** The reports of many units in one file. */
public final class ReportSheet {

    public static final List<String> REQUIRED =
            List.of("unit", "operable", "staffed", "occupied", "ready_for_outside");
    public static final List<String> OPTIONAL =
            List.of("consoles", "circuits", "crrt_machines", "limits", "reported_at");

    private ReportSheet() {}

    /** What was read, and what must be corrected first. */
    public record Draft(List<Line> lines, List<Fault.At> faults) {}

    /**
     * @param against what speaks against a unit of this code, or null
     */
    public static Draft read(byte[] file, Instant now, Function<UnitId, Fault> against)
            throws Unreadable {
        var sheet = Sheet.read(file, REQUIRED, OPTIONAL);
        var seen = new HashSet<String>();
        var lines =
                sheet.rows().stream()
                        .map(
                                row -> {
                                    var unit = unit(row, seen, against);
                                    return new Line(unit, report(row), reportedAt(row, now));
                                })
                        .toList();
        return new Draft(lines, sheet.faults());
    }

    private static UnitId unit(Row row, Set<String> seen, Function<UnitId, Fault> against) {
        var code = row.required("unit");
        if (code == null) {
            return null;
        }
        var unit = new UnitId(code);
        var fault = seen.add(code) ? against.apply(unit) : Fault.UNIT_TWICE;
        if (fault != null) {
            row.fault("unit", fault);
        }
        return unit;
    }

    private static Report report(Row row) {
        var limits = row.read("limits", Fault.NOT_A_LIMIT, ReportSheet::limits);
        return new Report(
                row.requiredNumber("operable"),
                row.requiredNumber("staffed"),
                row.requiredNumber("occupied"),
                row.number("consoles"),
                row.number("circuits"),
                row.number("crrt_machines"),
                row.requiredNumber("ready_for_outside"),
                limits == null ? List.of() : limits);
    }

    /** {@code STAFF:2 ROOM}. */
    private static List<Limit> limits(String cell) {
        var limits =
                Arrays.stream(cell.trim().split("[ ,;]+", -1))
                        .filter(it -> it.matches("[A-Z]+(:[1-9][0-9]{0,3})?") || wrong())
                        .map(Limit::read)
                        .toList();
        if (limits.stream().map(Limit::by).distinct().count() < limits.size()) {
            throw new IllegalArgumentException();
        }
        return limits;
    }

    private static boolean wrong() {
        throw new IllegalArgumentException();
    }

    private static Instant reportedAt(Row row, Instant now) {
        var at =
                row.read(
                        "reported_at",
                        Fault.NOT_A_TIME,
                        it -> OffsetDateTime.parse(it).toInstant());
        if (at != null && at.isAfter(now)) {
            row.fault("reported_at", Fault.IN_FUTURE);
        }
        return at;
    }
}
