package vn.lienvien.notification.roster.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When a shift begins and ends by the clock on the wall. Ending at or before its beginning it ends
 * on the next day: 19:00–07:00 is a night, 07:00–07:00 a whole day and night.
 */
public record Hours(LocalTime from, LocalTime until) {

    /**
     * Used where a roster says only day, night or nothing: seven is when Vietnamese wards change.
     */
    public static final Hours DAY = new Hours(LocalTime.of(7, 0), LocalTime.of(19, 0));

    public static final Hours NIGHT = new Hours(LocalTime.of(19, 0), LocalTime.of(7, 0));
    public static final Hours WHOLE = new Hours(LocalTime.of(7, 0), LocalTime.of(7, 0));

    public Shift on(LocalDate day, DutyLine line, List<OnCall> people) {
        var end = until.isAfter(from) ? day : day.plusDays(1);
        return new Shift(
                line,
                day.atTime(from).atZone(Week.ZONE).toInstant(),
                end.atTime(until).atZone(Week.ZONE).toInstant(),
                people);
    }
}
