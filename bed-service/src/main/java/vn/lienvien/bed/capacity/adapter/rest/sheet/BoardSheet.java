package vn.lienvien.bed.capacity.adapter.rest.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienvien.bed.capacity.application.Register.UnitPicture;
import vn.lienvien.bed.capacity.domain.Limit;
import vn.lienvien.bed.capacity.domain.Report;

/**
 * The board as CSV (RFC 4180) for a spreadsheet: with the byte order mark that Excel needs, each
 * number with its age and source, and what is unknown left blank.
 */
public final class BoardSheet {

    public static final String TYPE = "text/csv;charset=UTF-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> COLUMNS =
            List.of(
                    "unit",
                    "operable",
                    "staffed",
                    "occupied",
                    "consoles",
                    "circuits",
                    "crrt_machines",
                    "ready_for_outside",
                    "limits",
                    "reported_at",
                    "age_minutes",
                    "freshness",
                    "source",
                    "activated",
                    "doubt",
                    "surge",
                    "province",
                    "free",
                    "held",
                    "confirmed",
                    "occupied_now",
                    "cleaning",
                    "closed",
                    "duty_phone",
                    "invented");

    private BoardSheet() {}

    /** A unit and how old its numbers are. */
    public record Line(UnitPicture unit, Long ageMinutes, String freshness) {}

    public static String write(List<Line> lines) {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(COLUMNS);
            lines.forEach(line -> csv.writeRecord(cells(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(Line line) {
        var unit = line.unit();
        var slots = unit.slots();
        return Stream.of(
                        Stream.of(unit.code()),
                        numbers(unit.report(), unit.readyForOutside()),
                        Stream.of(
                                unit.reportedAt(),
                                line.ageMinutes(),
                                line.freshness(),
                                unit.source(),
                                unit.activated(),
                                unit.doubt(),
                                unit.inSurge(),
                                unit.province(),
                                slots.free(),
                                slots.held(),
                                slots.confirmed(),
                                slots.occupied(),
                                slots.cleaning(),
                                slots.closed(),
                                unit.dutyPhone(),
                                unit.invented()))
                .flatMap(it -> it)
                .map(it -> Formulas.harmless(Objects.toString(it, "")))
                .toList();
    }

    private static Stream<Object> numbers(Report it, int ready) {
        return it == null
                ? Stream.of(null, null, null, null, null, null, ready, null)
                : Stream.of(
                        it.operable(),
                        it.staffed(),
                        it.occupied(),
                        it.consoles(),
                        it.circuits(),
                        it.crrtMachines(),
                        ready,
                        it.limits().stream().map(Limit::word).collect(Collectors.joining(" ")));
    }
}
