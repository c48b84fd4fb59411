package vn.lienvien.notification.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;
import vn.lienvien.notification.roster.domain.Week;

/** Reads the times that queries name. */
final class Asked {

    private Asked() {}

    /** Any day of the week names it; null when none was asked for. */
    static Week week(String day) {
        try {
            return day == null ? null : Week.of(LocalDate.parse(day));
        } catch (DateTimeException e) {
            throw wrong("week", "A day of the week, such as 2026-11-23.");
        }
    }

    static Instant time(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw wrong("at", "A time with its zone, such as 2026-11-23T19:00:00+07:00.");
        }
    }

    private static RuntimeException wrong(String field, String right) {
        return Problem.invalid(List.of(new Violation(field, "invalid-format", right))).exception();
    }
}
