package vn.lienvien.notification.roster.sheet;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.lienvien.notification.contact.Phones;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Hours;
import vn.lienvien.notification.roster.domain.OnCall;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;

/** Writes a week as the reader takes it; with no shifts, the template to fill in. */
public final class RosterWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int HEADER = 4;
    private static final int FIRST_DAY = 2;
    private static final int LAST_DAY = FIRST_DAY + 6;
    private static final double LABEL_WIDTH = 16;
    private static final double DAY_WIDTH = 24;

    private static final List<Row> USUAL =
            List.of(
                    new Row(DutyLine.LEADER, Hours.WHOLE),
                    new Row(DutyLine.DOCTOR, Hours.DAY),
                    new Row(DutyLine.DOCTOR, Hours.NIGHT),
                    new Row(DutyLine.NURSE, Hours.DAY),
                    new Row(DutyLine.NURSE, Hours.NIGHT),
                    new Row(DutyLine.ECMO_OPERATOR, Hours.WHOLE));

    private record Row(DutyLine line, Hours hours) {

        static Row of(Shift shift) {
            return new Row(
                    shift.line(),
                    new Hours(
                            LocalTime.ofInstant(shift.from(), Week.ZONE),
                            LocalTime.ofInstant(shift.until(), Week.ZONE)));
        }
    }

    private RosterWriter() {}

    public static byte[] write(Place place, Week week, List<Shift> shifts) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "LienVien", "1.0")) {
            grid(workbook.newWorksheet("Lịch trực"), place, week, shifts);
            contacts(workbook.newWorksheet(Contacts.SHEET), shifts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void grid(Worksheet sheet, Place place, Week week, List<Shift> shifts) {
        title(sheet, 0, "LỊCH TRỰC TUẦN: " + place.code());
        title(
                sheet,
                1,
                "Từ ngày %s đến ngày %s"
                        .formatted(DATE.format(week.monday()), DATE.format(week.sunday())));
        title(
                sheet,
                2,
                "Mỗi ô ghi tên rồi đến số điện thoại, nhiều người thì xuống dòng. Ví dụ: BS. Nguyễn Văn A 0903 123 456");
        sheet.value(HEADER, 0, "Tuyến trực");
        sheet.value(HEADER, 1, "Giờ trực");
        for (var day : DayOfWeek.values()) {
            sheet.value(HEADER, column(day), heading(day) + "\n" + DATE.format(week.day(day)));
        }
        sheet.range(HEADER, 0, HEADER, LAST_DAY)
                .style()
                .bold()
                .wrapText(true)
                .fillColor("D9E2F3")
                .borderStyle("thin")
                .set();
        var row = HEADER + 1;
        for (var each : rows(shifts).entrySet()) {
            sheet.value(row, 0, label(each.getKey().line()));
            sheet.value(
                    row,
                    1,
                    CLOCK.format(each.getKey().hours().from())
                            + "-"
                            + CLOCK.format(each.getKey().hours().until()));
            for (var day : each.getValue().entrySet()) {
                sheet.value(row, column(day.getKey().getDayOfWeek()), day.getValue());
            }
            row++;
        }
        sheet.range(HEADER + 1, 0, row - 1, LAST_DAY)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .borderStyle("thin")
                .set();
        layOut(sheet);
    }

    private static void layOut(Worksheet sheet) {
        for (var column = 0; column <= LAST_DAY; column++) {
            sheet.width(column, column < FIRST_DAY ? LABEL_WIDTH : DAY_WIDTH);
        }
        sheet.freezePane(FIRST_DAY, HEADER + 1);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
    }

    private static void title(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        sheet.range(row, 0, row, LAST_DAY).style().merge().bold().set();
    }

    /** What stands in each day's cell of each row. */
    private static SequencedMap<Row, Map<LocalDate, String>> rows(List<Shift> shifts) {
        var rows = new LinkedHashMap<Row, Map<LocalDate, String>>();
        if (shifts.isEmpty()) {
            USUAL.forEach(row -> rows.put(row, Map.of()));
        }
        for (var shift : shifts) {
            rows.computeIfAbsent(Row.of(shift), _ -> new LinkedHashMap<>())
                    .merge(
                            LocalDate.ofInstant(shift.from(), Week.ZONE),
                            text(shift.people()),
                            (first, more) -> first + "\n" + more);
        }
        return rows;
    }

    private static String text(List<OnCall> people) {
        return people.stream()
                .map(
                        each ->
                                Stream.concat(
                                                Stream.of(each.name()),
                                                each.phones().stream().map(Phones::shown))
                                        .collect(joining(" ")))
                .collect(joining("\n"));
    }

    private static void contacts(Worksheet sheet, List<Shift> shifts) {
        sheet.value(0, 0, Contacts.NAME);
        sheet.value(0, 1, Contacts.PHONE);
        sheet.value(0, 2, Contacts.USER);
        sheet.range(0, 0, 0, 2).style().bold().set();
        var people =
                shifts.stream()
                        .flatMap(each -> each.people().stream())
                        .filter(each -> each.user() != null)
                        .distinct()
                        .toList();
        for (var i = 0; i < people.size(); i++) {
            sheet.value(i + 1, 0, people.get(i).name());
            sheet.value(
                    i + 1,
                    1,
                    people.get(i).phones().stream().map(Phones::shown).collect(joining("; ")));
            sheet.value(i + 1, 2, people.get(i).user());
        }
        for (var column = 0; column <= 2; column++) {
            sheet.width(column, DAY_WIDTH);
        }
    }

    private static int column(DayOfWeek day) {
        return FIRST_DAY + day.getValue() - 1;
    }

    private static String label(DutyLine line) {
        return switch (line) {
            case LEADER -> "Lãnh đạo";
            case DOCTOR -> "Bác sĩ";
            case NURSE -> "Điều dưỡng";
            case ECMO_OPERATOR -> "Kíp ECMO";
        };
    }

    private static String heading(DayOfWeek day) {
        return day == DayOfWeek.SUNDAY ? "Chủ nhật" : "Thứ " + (day.getValue() + 1);
    }
}
