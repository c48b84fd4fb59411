package vn.lienvien.notification.roster.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static vn.lienvien.notification.roster.domain.DutyLine.DOCTOR;
import static vn.lienvien.notification.roster.domain.DutyLine.LEADER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invented people; times are those of the wall clock in Viet Nam. */
class DutyTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);
    private static final Hours LATE =
            new Hours(Hours.NIGHT.from(), Hours.NIGHT.until().plusMinutes(30));

    private static final Shift DAY = Hours.DAY.on(SUNDAY, DOCTOR, named("An"));
    private static final Shift NIGHT = LATE.on(SUNDAY, DOCTOR, named("Bình"));
    private static final Shift NEXT_WEEK = Hours.DAY.on(MONDAY, DOCTOR, named("Chi"));
    private static final Shift LEADING = Hours.WHOLE.on(SUNDAY, LEADER, named("Dũng"));
    private static final Duty DUTY = new Duty(List.of(LEADING, DAY, NIGHT, NEXT_WEEK));

    @ParameterizedTest
    @MethodSource("times")
    void whoeverIsOnDutyIsFoundAtAnyTime(String time, List<Shift> expected) {
        assertThat(DUTY.at(wall(time))).isEqualTo(expected);
    }

    static Stream<Arguments> times() {
        return Stream.of(
                argumentSet("before the first shift", "2026-11-29T06:59:59", List.of()),
                argumentSet("the first second", "2026-11-29T07:00:00", List.of(LEADING, DAY)),
                argumentSet("the last second", "2026-11-29T18:59:59", List.of(LEADING, DAY)),
                argumentSet("the change of shift", "2026-11-29T19:00:00", List.of(LEADING, NIGHT)),
                argumentSet(
                        "midnight, the week ends", "2026-11-30T00:00:00", List.of(LEADING, NIGHT)),
                argumentSet(
                        "overlap into the next week",
                        "2026-11-30T07:15:00",
                        List.of(NIGHT, NEXT_WEEK)),
                argumentSet("after the overlap", "2026-11-30T07:30:00", List.of(NEXT_WEEK)),
                argumentSet("a gap", "2026-11-30T19:00:00", List.of()));
    }

    @ParameterizedTest
    @MethodSource("covers")
    void aLineIsCoveredUntilItsFirstGap(String at, String horizon, Cover expected) {
        assertThat(DUTY.cover(DOCTOR, wall(at), wall(horizon))).isEqualTo(expected);
    }

    static Stream<Arguments> covers() {
        return Stream.of(
                argumentSet(
                        "over the seam of the week until the last shift ends",
                        "2026-11-29T12:00:00",
                        "2026-12-05T00:00:00",
                        new Cover.Covered(wall("2026-11-30T19:00:00"))),
                argumentSet(
                        "as far as was looked",
                        "2026-11-29T12:00:00",
                        "2026-11-30T00:00:00",
                        new Cover.Covered(wall("2026-11-30T00:00:00"))),
                argumentSet(
                        "a gap until somebody comes",
                        "2026-11-29T03:00:00",
                        "2026-12-05T00:00:00",
                        new Cover.Uncovered(wall("2026-11-29T07:00:00"))),
                argumentSet(
                        "nobody comes",
                        "2026-11-30T19:00:00",
                        "2026-12-05T00:00:00",
                        new Cover.Uncovered(null)));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void gapsAreWhatNoShiftCovers(DutyLine line, String from, String until, List<Gap> expected) {
        assertThat(DUTY.gaps(line, wall(from), wall(until))).isEqualTo(expected);
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                argumentSet(
                        "covered throughout",
                        DOCTOR,
                        "2026-11-29T07:00:00",
                        "2026-11-30T19:00:00",
                        List.of()),
                argumentSet(
                        "before and after",
                        DOCTOR,
                        "2026-11-29T06:00:00",
                        "2026-11-30T20:00:00",
                        List.of(
                                gap(DOCTOR, "2026-11-29T06:00:00", "2026-11-29T07:00:00"),
                                gap(DOCTOR, "2026-11-30T19:00:00", "2026-11-30T20:00:00"))),
                argumentSet(
                        "another line's shift covers nothing",
                        LEADER,
                        "2026-11-30T06:00:00",
                        "2026-11-30T08:00:00",
                        List.of(gap(LEADER, "2026-11-30T07:00:00", "2026-11-30T08:00:00"))),
                argumentSet(
                        "wholly before",
                        DOCTOR,
                        "2026-11-28T00:00:00",
                        "2026-11-28T12:00:00",
                        List.of(gap(DOCTOR, "2026-11-28T00:00:00", "2026-11-28T12:00:00"))),
                argumentSet(
                        "a line nobody is on",
                        DutyLine.NURSE,
                        "2026-11-29T00:00:00",
                        "2026-11-29T01:00:00",
                        List.of(gap(DutyLine.NURSE, "2026-11-29T00:00:00", "2026-11-29T01:00:00"))),
                argumentSet(
                        "an empty window",
                        DOCTOR,
                        "2026-11-28T00:00:00",
                        "2026-11-28T00:00:00",
                        List.of()));
    }

    @Test
    void aGapLiesBetweenTwoShifts() {
        var duty = new Duty(List.of(NEXT_WEEK, DAY));

        assertThat(duty.gaps(DOCTOR, DAY.from(), NEXT_WEEK.until()))
                .isEqualTo(List.of(gap(DOCTOR, "2026-11-29T19:00:00", "2026-11-30T07:00:00")));
    }

    @Test
    void nextAreAllThatBeginTogether() {
        var second = Hours.DAY.on(MONDAY, DOCTOR, named("Giang"));
        var duty = new Duty(List.of(second, NIGHT, NEXT_WEEK));

        assertThat(duty.next(DOCTOR, NIGHT.from())).isEqualTo(List.of(second, NEXT_WEEK));
        assertThat(duty.next(DOCTOR, NEXT_WEEK.from())).isEmpty();
    }

    @Test
    void shiftsByTheWallClockAreKeptInUtc() {
        assertThat(NIGHT.from()).isEqualTo(Instant.parse("2026-11-29T12:00:00Z"));
        assertThat(NIGHT.until()).isEqualTo(Instant.parse("2026-11-30T00:30:00Z"));
        assertThat(Week.at(Instant.parse("2026-11-29T17:00:00Z"))).isEqualTo(new Week(MONDAY));
    }

    @Test
    void nobodysNameOrNumberIsInText() {
        assertThat(DAY.toString()).doesNotContain("An").doesNotContain("903");
    }

    private static List<OnCall> named(String name) {
        return List.of(new OnCall("BS. " + name, List.of("+84903123456"), null));
    }

    private static Gap gap(DutyLine line, String from, String until) {
        return new Gap(line, wall(from), wall(until));
    }

    private static Instant wall(String time) {
        return LocalDateTime.parse(time).atZone(Week.ZONE).toInstant();
    }
}
