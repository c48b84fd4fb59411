package vn.lienvien.notification.roster.sheet;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads days and dates as the heading of a roster names them: {@code Thứ 2 (23/11)}, {@code CN}.
 */
final class Days {

    private static final String DATE =
            "(?<date>\\d{1,2})(?<between>[/.-])(?<month>\\d{1,2})(?:\\k<between>(?<year>\\d{4}|\\d{2}))?";
    private static final Pattern ANY_DATE = Pattern.compile("(?<!\\d)" + DATE + "(?!\\d)");

    /** Written for a date that no calendar has, such as 31/11. */
    static final LocalDate NO_SUCH_DATE = LocalDate.MAX;

    private static final Map<String, DayOfWeek> NAMES = new HashMap<>();

    static {
        var numbered = new String[] {"2 hai", "3 ba", "4 tu", "5 nam", "6 sau", "7 bay"};
        for (var i = 0; i < numbered.length; i++) {
            for (var name : numbered[i].split(" ", -1)) {
                var day = DayOfWeek.of(i + 1);
                NAMES.put("thu " + name, day);
                NAMES.put("thu" + name, day);
                NAMES.put("t" + name, day);
                NAMES.put("t " + name, day);
            }
        }
        NAMES.put("chu nhat", DayOfWeek.SUNDAY);
        NAMES.put("cn", DayOfWeek.SUNDAY);
        NAMES.put("thu 8", DayOfWeek.SUNDAY);
        for (var day : DayOfWeek.values()) {
            NAMES.put(Words.fold(day.name()), day);
            NAMES.put(Words.fold(day.name()).substring(0, 3), day);
        }
    }

    private static final Pattern DAY =
            Pattern.compile(
                    NAMES.keySet().stream()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .collect(
                                    Collectors.joining(
                                            "|",
                                            "(",
                                            ")?[ ,:(-]*(?:ngay )?(?:" + DATE + ")?[ )]*")));

    /**
     * The heading of one column.
     *
     * @param day null when only a date is given
     * @param date null when only a day is given
     */
    record Heading(DayOfWeek day, LocalDate date) {}

    private Days() {}

    /** Empty when the cell heads no day. */
    static Optional<Heading> heading(Content cell, LocalDate today) {
        if (cell.date() != null) {
            return Optional.of(new Heading(null, cell.date()));
        }
        var matched = DAY.matcher(Words.fold(cell.text()));
        if (!matched.matches() || (matched.group(1) == null && matched.group("date") == null)) {
            return Optional.empty();
        }
        var name = matched.group(1);
        var day = name == null ? null : NAMES.get(name);
        if (matched.group("date") == null) {
            return Optional.of(new Heading(day, null));
        }
        return Optional.of(new Heading(day, date(matched, today).orElse(NO_SUCH_DATE)));
    }

    /** The first date within a title. */
    static Optional<LocalDate> firstDate(String text, LocalDate today) {
        var matched = ANY_DATE.matcher(text);
        return matched.find() ? date(matched, today) : Optional.empty();
    }

    /** Without a year it is the nearest one. */
    private static Optional<LocalDate> date(Matcher matched, LocalDate today) {
        try {
            var day = Integer.parseInt(matched.group("date"));
            var month = Integer.parseInt(matched.group("month"));
            var year = matched.group("year");
            if (year != null) {
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(year.length() == 2 ? "20" + year : year),
                                month,
                                day));
            }
            var here = LocalDate.of(today.getYear(), month, day);
            return Optional.of(
                    here.isBefore(today.minusMonths(6))
                            ? here.plusYears(1)
                            : here.isAfter(today.plusMonths(6)) ? here.minusYears(1) : here);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
