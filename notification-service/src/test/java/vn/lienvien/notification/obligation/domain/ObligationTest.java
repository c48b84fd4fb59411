package vn.lienvien.notification.obligation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

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
import vn.lienvien.notification.obligation.domain.Obligation.Outcome.Unchanged;
import vn.lienvien.notification.obligation.domain.ObligationEvent.AlarmStands;
import vn.lienvien.notification.obligation.domain.ObligationEvent.HasEnded;
import vn.lienvien.notification.obligation.domain.ObligationEvent.Told;

class ObligationTest {

    private static final Instant NOON = Instant.parse("2021-11-08T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final Instant TWO = NOON.plusSeconds(7200);
    private static final Rung FIRST = new Rung(0, null, null);
    private static final Rung HALF = new Rung(50, null, null);
    private static final Rung LAST = new Rung(100, Role.COORDINATOR, Whose.COORDINATOR);
    private static final Ladder LADDER = new Ladder("usual", List.of(FIRST, HALF, LAST));
    private static final Opening OPENING = opening(LADDER, NOON, ONE);

    private static final Open BEFORE_HALF = new Open(OPENING, 1, NOON.plusSeconds(1800));
    private static final Open BEFORE_LAST = new Open(OPENING, 2, ONE);
    private static final Alarming ALARMING = new Alarming(OPENING, ONE);
    private static final Ended ENDED = new Ended(OPENING, End.ACKNOWLEDGED, "person", NOON);
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
                        Outcome.changed(BEFORE_LAST, new Told(1, HALF))),
                argumentSet(
                        "long after: one rung at a time, so that nobody is left out",
                        BEFORE_HALF,
                        TWO,
                        Outcome.changed(BEFORE_LAST, new Told(1, HALF))),
                argumentSet(
                        "at the end the alarm stands",
                        BEFORE_LAST,
                        ONE,
                        Outcome.changed(ALARMING, new AlarmStands(2, LAST))),
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
        var anew = Outcome.changed(new Open(opening(LADDER, ONE, TWO), 1, ONE.plusSeconds(1800)));
        return Stream.of(
                argumentSet("open", BEFORE_HALF, anew),
                argumentSet("before the last rung", BEFORE_LAST, anew),
                argumentSet("alarming: no longer", ALARMING, anew),
                argumentSet("ended", ENDED, new Unchanged(ENDED)));
    }

    @Test
    void whoMustActIsToldAtOnce() {
        assertThat(Obligation.open(OPENING))
                .isEqualTo(Outcome.changed(BEFORE_HALF, new Told(0, FIRST)));
    }

    @Test
    void aLadderMayBeginInSilence() {
        var silent = opening(new Ladder("handover", List.of(HALF, LAST)), NOON, ONE);

        assertThat(Obligation.open(silent))
                .isEqualTo(Outcome.changed(new Open(silent, 0, NOON.plusSeconds(1800))));
    }

    private static Opening opening(Ladder ladder, Instant from, Instant due) {
        var duty = new Duty(Kind.ANSWER_OFFER, Role.DOCTOR, "htd-hcmc", Source.PLACEMENT, null);
        return new Opening(duty, 1, "placement.slot-held", from, due, ladder);
    }
}
