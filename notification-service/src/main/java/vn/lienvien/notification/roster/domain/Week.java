package vn.lienvien.notification.roster.domain;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** A week of a roster, by its Monday. All of Viet Nam keeps one time, without summer time. */
public record Week(LocalDate monday) implements Comparable<Week> {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public Week {
        if (monday.getDayOfWeek() != MONDAY) {
            throw new IllegalArgumentException("a roster's week is named by its Monday");
        }
    }

    public static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(MONDAY)));
    }

    public static Week at(Instant time) {
        return of(LocalDate.ofInstant(time, ZONE));
    }

    public LocalDate day(DayOfWeek day) {
        return monday.with(TemporalAdjusters.nextOrSame(day));
    }

    public LocalDate sunday() {
        return day(SUNDAY);
    }

    public Week next() {
        return new Week(monday.plusWeeks(1));
    }

    public Instant starts() {
        return monday.atStartOfDay(ZONE).toInstant();
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return monday.toString();
    }
}
