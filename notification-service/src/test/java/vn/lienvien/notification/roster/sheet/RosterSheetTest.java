package vn.lienvien.notification.roster.sheet;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static vn.lienvien.notification.roster.domain.DutyLine.DOCTOR;
import static vn.lienvien.notification.roster.domain.DutyLine.ECMO_OPERATOR;
import static vn.lienvien.notification.roster.domain.DutyLine.LEADER;
import static vn.lienvien.notification.roster.domain.DutyLine.NURSE;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Hours;
import vn.lienvien.notification.roster.domain.OnCall;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;

/** Every name and number here is invented. */
class RosterSheetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Week WEEK = Week.of(LocalDate.of(2026, 11, 23));
    private static final OnCall SEN = person("BSCKII. Lê Thị Sen", "+84903000001");
    private static final OnCall LUA = person("BS. Trần Văn Lúa", "+84903000002");
    private static final OnCall CUC = person("BS. Phạm Cúc", "+84903000004");

    @Test
    void aRosterAsHospitalsMakeItIsRead() throws Unreadable {
        var draft = read(Workbooks.usual());

        assertThat(draft.week()).isEqualTo(WEEK);
        assertThat(draft.faults()).isEmpty();
        assertThat(draft.shifts())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of(DayOfWeek.values())
                                                .map(day -> shift(LEADER, Hours.WHOLE, day, SEN)),
                                        Stream.of(
                                                shift(DOCTOR, Hours.DAY, MONDAY, LUA),
                                                shift(
                                                        DOCTOR,
                                                        Hours.DAY,
                                                        TUESDAY,
                                                        person("BS Ngô Mai", "+84903000003"),
                                                        person("BS Vũ Đào", "+842838554269")),
                                                shift(DOCTOR, Hours.NIGHT, MONDAY, CUC),
                                                shift(
                                                        NURSE,
                                                        new Hours(
                                                                LocalTime.of(7, 30),
                                                                LocalTime.of(16, 0)),
                                                        MONDAY,
                                                        person("ĐD. Hồ Lan", "+84903000005"))))
                                .toList());
        assertThat(draft.notes())
                .contains(
                        new Found("C8", Finding.ZERO_RESTORED),
                        new Found("D6", Finding.CELL_EMPTY),
                        new Found("A9", Finding.ROW_SKIPPED));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void aWrongCellIsNamed(Consumer<Worksheet> wrong, String cell, Finding expected)
            throws Unreadable {
        var draft = read(Workbooks.usualWith(wrong));

        assertThat(draft.faults()).containsExactly(new Found(cell, expected));
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong("a digit too few", 4, 4, "BS. Lý Bưởi 090300000", "E5", Finding.PHONE_WRONG),
                wrong(
                        "a number of before 2018",
                        4,
                        4,
                        "BS. Lý Bưởi 01203000007",
                        "E5",
                        Finding.PHONE_WRONG),
                wrong("a few digits", 4, 4, "BS. Lý Bưởi 4269", "E5", Finding.NAME_UNCLEAR),
                wrong("no phone", 5, 6, "BS. Lý Bưởi", "G6", Finding.NO_PHONE),
                wrong("no name", 5, 6, "0903 000 007", "G6", Finding.PHONE_ALONE),
                wrong("a long name", 5, 6, "B".repeat(81) + " 0903000007", "G6", Finding.TOO_LONG),
                wrong("an error of Excel", 5, 6, "#REF!", "G6", Finding.CELL_BROKEN),
                wrong("no clear hours", 5, 1, "Ca 2", "B6", Finding.HOURS_UNCLEAR),
                wrong("a day twice", 2, 3, "Thứ hai", "D3", Finding.DAY_TWICE),
                wrong("a date of another day", 2, 3, "Thứ 3 25/11", "D3", Finding.DAY_OUTSIDE),
                wrong("a date of another week", 2, 8, "CN 30/11/2025", "I3", Finding.DAY_OUTSIDE),
                wrong("a date there is not", 2, 8, "CN 31/11/2026", "I3", Finding.DAY_OUTSIDE));
    }

    @Test
    void decomposedUnaccentedAndUnmergedSpellingsMeanTheSame() throws Unreadable {
        var draft =
                read(
                        Workbooks.of(
                                sheet -> {
                                    Workbooks.row(sheet, 0, "Tuyen", "Thu 2", "Thu 3", "Chu Nhat");
                                    sheet.value(1, 1, LocalDate.of(2026, 11, 23));
                                    sheet.value(1, 2, LocalDate.of(2026, 11, 24));
                                    sheet.value(1, 3, LocalDate.of(2026, 11, 29));
                                    Workbooks.row(
                                            sheet,
                                            2,
                                            decomposed("Bác sĩ ECMO"),
                                            decomposed("BS. Phạm Cúc\u200b +84 903 000 004"));
                                    Workbooks.row(
                                            sheet,
                                            3,
                                            "BAC SI TRUC DEM 19:00-07:00",
                                            "",
                                            "",
                                            "BS. Phạm Cúc 0903000004/0903000002");
                                }));

        assertThat(draft.faults()).isEmpty();
        assertThat(draft.shifts())
                .isEqualTo(
                        List.of(
                                shift(ECMO_OPERATOR, Hours.WHOLE, MONDAY, CUC),
                                shift(
                                        DOCTOR,
                                        Hours.NIGHT,
                                        SUNDAY,
                                        new OnCall(
                                                "BS. Phạm Cúc",
                                                List.of("+84903000004", "+84903000002"),
                                                null))));
    }

    @Test
    void theSheetOfContactsGivesPhonesAndUsers() throws Unreadable {
        var exported =
                RosterWriter.write(
                        Place.of("htd-hcmc.icu-adult"),
                        WEEK,
                        List.of(
                                shift(
                                        DOCTOR,
                                        Hours.DAY,
                                        MONDAY,
                                        new OnCall(
                                                "BS. Trần Văn Lúa",
                                                List.of("+84903000002"),
                                                "doctor@htd-hcmc"))));

        assertThat(read(exported).shifts().getFirst().people().getFirst().user())
                .isEqualTo("doctor@htd-hcmc");
    }

    @Test
    void whatIsExportedIsReadBackTheSame() throws Unreadable {
        var shifts = read(Workbooks.usual()).shifts();

        var again = read(RosterWriter.write(Place.of("htd-hcmc.icu-adult"), WEEK, shifts));

        assertThat(again.faults()).isEmpty();
        assertThat(again.shifts()).isEqualTo(shifts);
    }

    @Test
    void theTemplateIsAGridWithNobodyInIt() throws Unreadable {
        var draft = read(RosterWriter.write(Place.of("htd-hcmc"), WEEK, List.of()));

        assertThat(draft.week()).isEqualTo(WEEK);
        assertThat(draft.faults()).containsExactly(new Found("C5", Finding.NOBODY));
    }

    @Test
    void theWeekIsAskedForWhereTheSheetDoesNotSayIt() throws Unreadable {
        var undated = Workbooks.usualWith(sheet -> sheet.value(1, 0, "LỊCH TRỰC TUẦN"));

        assertThat(RosterSheet.read(undated, null, TODAY).faults())
                .containsExactly(new Found("C3", Finding.WEEK_UNKNOWN));
        assertThat(RosterSheet.read(undated, WEEK.next(), TODAY).week()).isEqualTo(WEEK.next());
        assertThat(RosterSheet.read(Workbooks.usual(), WEEK.next(), TODAY).faults())
                .containsExactly(new Found("C3", Finding.WEEK_DIFFERS));
    }

    @Test
    void aSheetWithoutDaysSaysSo() throws Unreadable {
        var draft = read(Workbooks.of(sheet -> Workbooks.row(sheet, 0, "Danh sách", "Thứ 2")));

        assertThat(draft.faults()).containsExactly(new Found("A1", Finding.NO_DAYS));
    }

    private static Arguments wrong(
            String name, int row, int column, String text, String cell, Finding expected) {
        Consumer<Worksheet> write = sheet -> sheet.value(row, column, text);
        return argumentSet(name, write, cell, expected);
    }

    private static Draft read(byte[] workbook) throws Unreadable {
        return RosterSheet.read(workbook, null, TODAY);
    }

    private static Shift shift(DutyLine line, Hours hours, DayOfWeek day, OnCall... people) {
        return hours.on(WEEK.day(day), line, List.of(people));
    }

    private static OnCall person(String name, String phone) {
        return new OnCall(name, List.of(phone), null);
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
}
