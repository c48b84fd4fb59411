package vn.lienvien.notification.obligation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.notification.obligation.domain.Obligation.Alarming;
import vn.lienvien.notification.obligation.domain.Obligation.Ended;
import vn.lienvien.notification.obligation.domain.Obligation.Open;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome.Refused;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome.Unchanged;
import vn.lienvien.notification.obligation.domain.ObligationEvent.AlarmStands;
import vn.lienvien.notification.obligation.domain.ObligationEvent.HandedOn;
import vn.lienvien.notification.obligation.domain.ObligationEvent.HasEnded;
import vn.lienvien.notification.obligation.domain.ObligationEvent.Snoozed;
import vn.lienvien.notification.obligation.domain.ObligationEvent.Told;

class ObligationTest {

    private static final Instant NOON = Instant.parse("2021-11-08T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final Instant TWO = NOON.plusSeconds(7200);
    private static final Instant TEN_PAST = NOON.plusSeconds(600);
    private static final Instant THREE = NOON.plusSeconds(3 * 3600);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Rung FIRST = new Rung(0, null, null);
    private static final Rung HALF = new Rung(50, null, null);
    private static final Rung LAST = new Rung(100, Role.COORDINATOR, Whose.COORDINATOR);
    private static final Ladder LADDER = new Ladder("usual", List.of(FIRST, HALF, LAST));
    private static final Opening OPENING = opening(LADDER, NOON, ONE);

    private static final Open BEFORE_HALF = new Open(OPENING, 1, NOON.plusSeconds(1800), 0);
    private static final Open BEFORE_LAST = new Open(OPENING, 2, ONE, 0);
    private static final Alarming ALARMING = new Alarming(OPENING, ONE);
    private static final Ended ENDED = new Ended(OPENING, End.ACKNOWLEDGED, "person", NOON);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final List<Obligation> EVERY_STATE =
            List.of(BEFORE_HALF, BEFORE_LAST, ALARMING, ENDED);

    @Test
    void noStateIsMissingFromTheTables() {
        assertThat(EVERY_STATE.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(Obligation.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource
    void climbsWhenTheTimeHasCome(Obligation state, Instant now, Outcome expected) {
        assertThat(state.climb(now)).isEqualTo(expected);
    }

    static Stream<Arguments> climbsWhenTheTimeHasCome() {
        return Stream.of(
                argumentSet(
                        "too early",
                        BEFORE_HALF,
                        NOON.plusSeconds(1799),
                        new Unchanged(BEFORE_HALF)),
                argumentSet(
                        "at half time",
                        BEFORE_HALF,
                        NOON.plusSeconds(1800),
                        Outcome.changed(BEFORE_LAST, new Told(1, HALF, Because.TIME))),
                argumentSet(
                        "long after: one rung at a time, so that nobody is left out",
                        BEFORE_HALF,
                        TWO,
                        Outcome.changed(BEFORE_LAST, new Told(1, HALF, Because.TIME))),
                argumentSet(
                        "at the end the alarm stands",
                        BEFORE_LAST,
                        ONE,
                        Outcome.changed(ALARMING, new AlarmStands(2, LAST, Because.TIME))),
                argumentSet("alarming", ALARMING, TWO, new Unchanged(ALARMING)),
                argumentSet("ended", ENDED, TWO, new Unchanged(ENDED)));
    }

    @ParameterizedTest
    @MethodSource
    void endsOnceAndForAll(Obligation state, Outcome expected) {
        assertThat(state.end(End.OVERTAKEN, "transfer.ended", ONE)).isEqualTo(expected);
    }

    static Stream<Arguments> endsOnceAndForAll() {
        var now =
                Outcome.changed(
                        new Ended(OPENING, End.OVERTAKEN, "transfer.ended", ONE),
                        new HasEnded(End.OVERTAKEN));
        return Stream.of(
                argumentSet("open", BEFORE_HALF, now),
                argumentSet("before the last rung", BEFORE_LAST, now),
                argumentSet("alarming", ALARMING, now),
                argumentSet("ended: the first end stays", ENDED, new Unchanged(ENDED)));
    }

    @ParameterizedTest
    @MethodSource
    void itsClockRunsAnewWhenPostponed(Obligation state, Outcome expected) {
        assertThat(state.postpone(ONE, TWO)).isEqualTo(expected);
    }

    static Stream<Arguments> itsClockRunsAnewWhenPostponed() {
        var anew =
                Outcome.changed(new Open(opening(LADDER, ONE, TWO), 1, ONE.plusSeconds(1800), 0));
        return Stream.of(
                argumentSet("open", BEFORE_HALF, anew),
                argumentSet("before the last rung", BEFORE_LAST, anew),
                argumentSet("alarming: no longer", ALARMING, anew),
                argumentSet("ended", ENDED, new Unchanged(ENDED)));
    }

    @ParameterizedTest
    @MethodSource
    void whoMustActIsToldAnewWhenTheCaseBecomesMoreUrgent(
            Obligation state, Instant now, Instant due, Instant expected) {
        var leader = new Rung(0, Role.LEADER, Whose.NAMED);
        var quick = new Ladder("quick", List.of(FIRST, leader, LAST));

        assertThat(state.hasten(quick, due, now))
                .isEqualTo(
                        Outcome.changed(
                                new Open(opening(quick, now, expected), 2, expected, 0),
                                new Told(0, FIRST, Because.TIME),
                                new Told(1, leader, Because.TIME)));
    }

    static Stream<Arguments> whoMustActIsToldAnewWhenTheCaseBecomesMoreUrgent() {
        var soon = NOON.plusSeconds(300);
        return Stream.of(
                argumentSet("within the time of its class", BEFORE_HALF, NOON, soon, soon),
                argumentSet("never with more time than before", BEFORE_LAST, NOON, TWO, ONE),
                argumentSet("late already", BEFORE_LAST, ONE, TWO, TWO));
    }

    @Test
    void whoeverTheLadderHadComeToIsToldAnewAtOnceWhenTheCaseBecomesMoreUrgent() {
        var leader = new Rung(50, Role.LEADER, Whose.NAMED);
        var quick = new Ladder("quick", List.of(FIRST, HALF, leader, LAST));

        assertThat(BEFORE_LAST.hasten(quick, TEN_PAST, NOON))
                .isEqualTo(
                        Outcome.changed(
                                new Open(
                                        opening(quick, NOON, TEN_PAST),
                                        1,
                                        NOON.plusSeconds(300),
                                        0),
                                new Told(0, FIRST, Because.TIME),
                                new Told(2, leader, Because.TIME)));
    }

    /** Nobody answered, and now there is even less time. */
    @ParameterizedTest
    @MethodSource
    void anAlarmGoesOnStandingWhenTheCaseBecomesMoreUrgentAndEverybodyIsToldAnewOnce(
            Instant now, Instant due, Instant expected) {
        var leader = new Rung(0, Role.LEADER, Whose.NAMED);
        var again = new Rung(80, Role.LEADER, Whose.NAMED);
        var quick = new Ladder("quick", List.of(FIRST, leader, HALF, again, LAST));

        assertThat(ALARMING.hasten(quick, due, now))
                .isEqualTo(
                        Outcome.changed(
                                new Alarming(opening(quick, now, expected), ONE),
                                new Told(0, FIRST, Because.TIME),
                                new Told(1, leader, Because.TIME),
                                new Told(4, LAST, Because.TIME)));
    }

    static Stream<Arguments>
            anAlarmGoesOnStandingWhenTheCaseBecomesMoreUrgentAndEverybodyIsToldAnewOnce() {
        return Stream.of(
                argumentSet("past its time", ONE, TWO, TWO),
                argumentSet("before it, for nobody was there", NOON, TEN_PAST, TEN_PAST),
                argumentSet("never with more time than before", NOON, TWO, ONE));
    }

    @Test
    void noTimeEndsAnAlarmThatStandsBecauseNobodyIsThere() {
        assertThat(ALARMING.postpone(NOON, TWO))
                .isEqualTo(Outcome.changed(new Alarming(opening(LADDER, NOON, TWO), ONE)));
    }

    @ParameterizedTest
    @MethodSource
    void lessTimeTakesBackNoRungAndNoAlarm(Obligation state, Outcome expected) {
        assertThat(state.postpone(NOON, TEN_PAST)).isEqualTo(expected);
    }

    static Stream<Arguments> lessTimeTakesBackNoRungAndNoAlarm() {
        var cut = opening(LADDER, NOON, TEN_PAST);
        return Stream.of(
                argumentSet(
                        "open",
                        BEFORE_HALF,
                        Outcome.changed(new Open(cut, 1, NOON.plusSeconds(300), 0))),
                argumentSet(
                        "before the last rung",
                        BEFORE_LAST,
                        Outcome.changed(new Open(cut, 2, TEN_PAST, 0))),
                argumentSet(
                        "standing still: whoever ends that knows",
                        new Open(OPENING.until(ONE, TWO, ONE), 2, TWO, 0),
                        Outcome.changed(new Open(cut, 1, NOON.plusSeconds(300), 0))),
                argumentSet("alarming", ALARMING, Outcome.changed(new Alarming(cut, ONE))),
                argumentSet("ended", ENDED, new Unchanged(ENDED)));
    }

    @ParameterizedTest
    @MethodSource
    void whoMustActIsToldAnewAtOnceThoughTheClockStandsStill(Instant due, Instant expected) {
        var still = new Open(OPENING.until(ONE, THREE, ONE), 1, TWO, 0);

        assertThat(still.hasten(LADDER, due, NOON))
                .isEqualTo(
                        Outcome.changed(
                                new Open(
                                        OPENING.until(ONE, expected, ONE),
                                        1,
                                        ONE.plus(Duration.between(ONE, expected).dividedBy(2)),
                                        0),
                                new Told(0, FIRST, Because.TIME)));
    }

    static Stream<Arguments> whoMustActIsToldAnewAtOnceThoughTheClockStandsStill() {
        return Stream.of(
                argumentSet("in the time of its class", TWO, TWO),
                argumentSet("never with more than was left", THREE.plusSeconds(1), THREE));
    }

    @Test
    void whatIsOverStaysSoHoweverUrgentTheCaseBecomes() {
        assertThat(ENDED.hasten(LADDER, TWO, ONE)).isEqualTo(new Unchanged(ENDED));
    }

    @Test
    void whoMustActIsToldAtOnce() {
        assertThat(Obligation.open(OPENING))
                .isEqualTo(Outcome.changed(BEFORE_HALF, new Told(0, FIRST, Because.TIME)));
    }

    @Test
    void aLadderMayBeginInSilence() {
        var silent = opening(new Ladder("handover", List.of(HALF, LAST)), NOON, ONE);

        assertThat(Obligation.open(silent))
                .isEqualTo(Outcome.changed(new Open(silent, 0, NOON.plusSeconds(1800), 0)));
    }

    @Test
    void aSilentBeginningIsNoRungThatWasTold() {
        var ladder = new Ladder("handover", List.of(HALF, LAST));
        var silent = new Open(opening(ladder, NOON, ONE), 0, NOON.plusSeconds(1800), 0);

        assertThat(silent.postpone(NOON, TWO))
                .isEqualTo(Outcome.changed(new Open(opening(ladder, NOON, TWO), 0, ONE, 0)));
        assertThat(silent.handOn(NOON)).isEqualTo(Outcome.changed(silent, new HandedOn()));
    }

    @Test
    void rungsOfOneTimeAreToldTogether() {
        var leader = new Rung(0, Role.LEADER, Whose.NAMED);
        var both = opening(new Ladder("now", List.of(FIRST, leader, HALF, LAST)), NOON, ONE);

        assertThat(Obligation.open(both))
                .isEqualTo(
                        Outcome.changed(
                                new Open(both, 2, NOON.plusSeconds(1800), 0),
                                new Told(0, FIRST, Because.TIME),
                                new Told(1, leader, Because.TIME)));
    }

    @ParameterizedTest
    @MethodSource
    void whereNobodyIsOnDutyTheNextRungIsToldAtOnce(Obligation state, Outcome expected) {
        assertThat(state.nobodyThere(NOON)).isEqualTo(expected);
    }

    static Stream<Arguments> whereNobodyIsOnDutyTheNextRungIsToldAtOnce() {
        return Stream.of(
                argumentSet(
                        "long before its time",
                        BEFORE_HALF,
                        Outcome.changed(BEFORE_LAST, new Told(1, HALF, Because.GAP))),
                argumentSet(
                        "the last rung: the alarm stands now",
                        BEFORE_LAST,
                        Outcome.changed(
                                new Alarming(OPENING, NOON),
                                new AlarmStands(2, LAST, Because.GAP))),
                argumentSet("alarming", ALARMING, new Unchanged(ALARMING)),
                argumentSet("ended", ENDED, new Unchanged(ENDED)));
    }

    @ParameterizedTest
    @MethodSource
    void consultingStopsTheClockAndWhatHadPassedHasPassed(Obligation state, Outcome expected) {
        assertThat(state.pause(TWO_HOURS, NOON, THREE, NOON)).isEqualTo(expected);
    }

    static Stream<Arguments> consultingStopsTheClockAndWhatHadPassedHasPassed() {
        var later = OPENING.after(TWO_HOURS, TWO);
        return Stream.of(
                argumentSet(
                        "open: half time comes two hours later",
                        BEFORE_HALF,
                        Outcome.changed(new Open(later, 1, TWO.plusSeconds(1800), 0))),
                argumentSet(
                        "before the last rung",
                        BEFORE_LAST,
                        Outcome.changed(new Open(later, 2, THREE, 0))),
                argumentSet(
                        "alarming: somebody has it now, so the clock runs anew after it",
                        ALARMING,
                        Outcome.changed(new Open(later, 1, TWO.plusSeconds(1800), 0))),
                argumentSet("ended", ENDED, new Unchanged(ENDED)));
    }

    /** The case is more urgent by now than its offer was made for: a day is left there. */
    @ParameterizedTest
    @MethodSource
    void noPauseIsLongerThanItself(Obligation state, Outcome expected) {
        assertThat(state.pause(TWO_HOURS, NOON, TWO.plus(Duration.ofDays(1)), TEN_PAST))
                .isEqualTo(expected);
    }

    static Stream<Arguments> noPauseIsLongerThanItself() {
        var later = OPENING.after(TWO_HOURS, TWO);
        var again = OPENING.after(Duration.ofHours(1), TWO);
        return Stream.of(
                argumentSet(
                        "open",
                        BEFORE_HALF,
                        Outcome.changed(new Open(later, 1, TWO.plusSeconds(1800), 0))),
                argumentSet(
                        "paused before: the pause moves",
                        new Open(OPENING.after(Duration.ZERO, ONE), 2, ONE, 0),
                        Outcome.changed(new Open(again, 2, TWO, 0))),
                argumentSet(
                        "alarming: anew after it, in its own time",
                        ALARMING,
                        Outcome.changed(new Open(later, 1, TWO.plusSeconds(1800), 0))),
                argumentSet("ended", ENDED, new Unchanged(ENDED)));
    }

    @ParameterizedTest
    @MethodSource
    void anEndThatIsNamedMakesThePauseShorter(Obligation state, Instant until, Outcome expected) {
        assertThat(state.pause(TWO_HOURS, NOON, until, NOON)).isEqualTo(expected);
    }

    static Stream<Arguments> anEndThatIsNamedMakesThePauseShorter() {
        var half = Duration.ofMinutes(30);
        var day = new Open(opening(LADDER, NOON, NOON.plus(Duration.ofDays(1))), 2, ONE, 1);
        var paused = new Open(day.opening().after(Duration.ZERO, ONE), 2, ONE, 1);
        return Stream.of(
                argumentSet(
                        "another pause is set up there",
                        BEFORE_HALF,
                        ONE.plus(half),
                        Outcome.changed(new Open(OPENING.after(half, NOON.plus(half)), 1, ONE, 0))),
                argumentSet(
                        "less is left there than an alarm's own time",
                        ALARMING,
                        TWO.plus(half),
                        Outcome.changed(
                                new Open(
                                        OPENING.until(TWO, TWO.plus(half), TWO),
                                        1,
                                        TWO.plusSeconds(900),
                                        0))),
                argumentSet(
                        "the pause goes on, and less is left after it",
                        paused,
                        TWO,
                        Outcome.changed(
                                new Open(OPENING.until(ONE, TWO, ONE), 1, ONE.plus(half), 0))),
                argumentSet(
                        "no pause is known here",
                        day,
                        TWO,
                        Outcome.changed(new Open(OPENING.until(NOON, TWO), 1, ONE, 0))),
                argumentSet("ended", ENDED, TWO, new Unchanged(ENDED)));
    }

    /** As of an agreed offer, which never lapses. */
    @ParameterizedTest
    @MethodSource
    void aPauseWithoutANewEndStopsTheClockToo(Obligation state, Outcome expected) {
        assertThat(state.pause(TWO_HOURS, TEN_PAST, null, TEN_PAST)).isEqualTo(expected);
    }

    static Stream<Arguments> aPauseWithoutANewEndStopsTheClockToo() {
        var resumes = TWO.plusSeconds(600);
        var later = OPENING.after(TWO_HOURS, resumes);
        var again = OPENING.after(Duration.ofMinutes(15), resumes);
        return Stream.of(
                argumentSet(
                        "open: half time comes two hours later",
                        BEFORE_HALF,
                        Outcome.changed(new Open(later, 1, TWO.plusSeconds(1800), 0))),
                argumentSet(
                        "asked for quiet before: as often as before",
                        new Open(OPENING, 1, NOON.plusSeconds(2000), 2),
                        Outcome.changed(new Open(later, 1, TWO.plusSeconds(1800), 2))),
                argumentSet(
                        "paused before: the pause moves, and is none beside the first",
                        new Open(
                                OPENING.after(Duration.ZERO, resumes.minusSeconds(900)), 2, ONE, 0),
                        Outcome.changed(new Open(again, 2, ONE.plusSeconds(900), 0))),
                argumentSet(
                        "alarming: the clock runs anew after it",
                        ALARMING,
                        Outcome.changed(
                                new Open(
                                        OPENING.after(Duration.between(NOON, resumes), resumes),
                                        1,
                                        resumes.plusSeconds(1800),
                                        0))),
                argumentSet("ended", ENDED, new Unchanged(ENDED)));
    }

    @ParameterizedTest
    @MethodSource
    void quietIsLimited(Obligation state, boolean urgent, Instant now, Outcome expected) {
        assertThat(state.snooze(TEN_MINUTES, urgent, 2, now)).isEqualTo(expected);
    }

    static Stream<Arguments> quietIsLimited() {
        var atNoon = NOON.plusSeconds(600);
        var late = ONE.minusSeconds(300);
        var often = new Open(OPENING, 1, NOON.plusSeconds(1800), 2);
        return Stream.of(
                argumentSet(
                        "before the next rung: that rung keeps its time",
                        BEFORE_HALF,
                        true,
                        NOON,
                        Outcome.changed(
                                new Open(OPENING, 1, NOON.plusSeconds(1800), 1),
                                new Snoozed(atNoon))),
                argumentSet(
                        "the next rung waits",
                        BEFORE_HALF,
                        true,
                        NOON.plusSeconds(1500),
                        Outcome.changed(
                                new Open(OPENING, 1, NOON.plusSeconds(2100), 1),
                                new Snoozed(NOON.plusSeconds(2100)))),
                argumentSet(
                        "U2 may be quiet past its time",
                        BEFORE_LAST,
                        false,
                        late,
                        Outcome.changed(
                                new Open(OPENING, 2, late.plusSeconds(600), 1),
                                new Snoozed(late.plusSeconds(600)))),
                argumentSet(
                        "U0 and U1 never",
                        BEFORE_LAST,
                        true,
                        late,
                        new Refused(Refusal.SNOOZE_PAST_DUE)),
                argumentSet(
                        "as often as allowed",
                        often,
                        false,
                        NOON,
                        new Refused(Refusal.SNOOZED_TOO_OFTEN)),
                argumentSet(
                        "alarming: only an answer ends it",
                        ALARMING,
                        false,
                        ONE,
                        new Refused(Refusal.ALARM_STANDS)),
                argumentSet("ended", ENDED, false, ONE, new Refused(Refusal.OBLIGATION_ENDED)));
    }

    @ParameterizedTest
    @MethodSource
    void aColleagueHasTheTimeThatIsLeft(Obligation state, Instant now, Outcome expected) {
        assertThat(state.handOn(now)).isEqualTo(expected);
    }

    static Stream<Arguments> aColleagueHasTheTimeThatIsLeft() {
        var half = NOON.plusSeconds(1800);
        var anew = new Open(opening(LADDER, half, ONE), 1, NOON.plusSeconds(2700), 0);
        return Stream.of(
                argumentSet("open", BEFORE_HALF, half, Outcome.changed(anew, new HandedOn())),
                argumentSet(
                        "before the last rung: the ladder begins anew",
                        BEFORE_LAST,
                        half,
                        Outcome.changed(anew, new HandedOn())),
                argumentSet(
                        "standing still: it goes on standing",
                        new Open(OPENING.until(half, ONE, half), 1, NOON.plusSeconds(2700), 0),
                        NOON,
                        Outcome.changed(
                                new Open(
                                        OPENING.until(half, ONE, half),
                                        1,
                                        NOON.plusSeconds(2700),
                                        0),
                                new HandedOn())),
                argumentSet(
                        "past its time: what is late stays late",
                        BEFORE_LAST,
                        ONE,
                        Outcome.changed(BEFORE_LAST, new HandedOn())),
                argumentSet(
                        "alarming: the alarm stands",
                        ALARMING,
                        ONE,
                        Outcome.changed(ALARMING, new HandedOn())),
                argumentSet("ended", ENDED, ONE, new Refused(Refusal.OBLIGATION_ENDED)));
    }

    private static Opening opening(Ladder ladder, Instant from, Instant due) {
        var duty = new Duty(Kind.ANSWER_OFFER, Role.DOCTOR, "htd-hcmc", Source.PLACEMENT, null);
        return new Opening(duty, 1, "placement.slot-held", from, due, ladder);
    }
}
