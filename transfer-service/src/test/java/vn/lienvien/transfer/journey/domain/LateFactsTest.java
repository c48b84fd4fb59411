package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD_ICU;
import static vn.lienvien.transfer.journey.domain.Fixtures.NOON;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.TWO;
import static vn.lienvien.transfer.journey.domain.Fixtures.VINH_LONG;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.transfer.journey.domain.Outcome.Recorded;
import vn.lienvien.transfer.journey.domain.Outcome.Unchanged;

/** What comes in after something later is known, as from a road without signal. */
class LateFactsTest {

    private static final Transfer ARRIVED = arrived();

    /** A fact of one o'clock, entered when the arrival of two o'clock is known. */
    record Late(Fact.OfPatient fact, Recorded expected) {}

    @ParameterizedTest
    @MethodSource("everyLateFact")
    void aLateFactMovesNothing(Late late) {
        assertThat(ARRIVED.record(late.fact(), ONE, TWO)).isEqualTo(late.expected());
    }

    static Stream<Late> everyLateFact() {
        return Stream.of(
                new Late(new Fact.Departed(), filled(Milestone.DEPARTED)),
                new Late(
                        new Fact.Arrived(HTD, null),
                        ARRIVED.asBefore().flagged(Contradiction.OUT_OF_ORDER)),
                new Late(new Fact.HandedOver(HTD), filled(Milestone.HANDED_OVER)),
                new Late(new Fact.TurnedBack(true), ARRIVED.asBefore()),
                new Late(new Fact.EmergencyStop(VINH_LONG), ARRIVED.asBefore()),
                new Late(
                        new Fact.Died(),
                        ARRIVED.asBefore().flagged(Contradiction.LIVE_AFTER_DEATH)),
                new Late(
                        new Fact.WentOtherwise(EndKind.TAKEN_HOME),
                        ARRIVED.asBefore().flagged(Contradiction.OUT_OF_ORDER)));
    }

    @Test
    void everyFactAboutThePatientIsTriedLate() {
        assertThat(everyLateFact().map(late -> late.fact().getClass()).collect(Collectors.toSet()))
                .isEqualTo(
                        Arrays.stream(Fact.OfPatient.class.getPermittedSubclasses())
                                .collect(Collectors.toSet()));
    }

    @Test
    void aDepartureThatComesInAfterTheTurningBackMovesNothing() {
        var back = after(Situation.READY.transfer(), new Fact.TurnedBack(true), TWO);

        var departed = after(back, new Fact.Departed(), ONE);

        assertThat(departed.state()).isEqualTo(Situation.READY.state());
        assertThat(departed.chronicle().milestones()).containsEntry(Milestone.DEPARTED, ONE);
    }

    @Test
    void aTurningBackToldTwiceHidesNoDepartureSince() {
        var back = after(Situation.ON_THE_ROAD.transfer(), new Fact.TurnedBack(true), NOON);
        var twice = back.record(new Fact.TurnedBack(true), TWO, TWO);

        assertThat(twice).isEqualTo(back.asBefore());
        assertThat(after(back, new Fact.Departed(), ONE).state())
                .isEqualTo(Situation.ON_THE_ROAD.state());
    }

    @Test
    void goingOnAfterAStopIsNoDepartureOfItsOwn() {
        var left = after(Situation.READY.transfer(), new Fact.Departed(), NOON);
        var stopped = after(left, new Fact.EmergencyStop(VINH_LONG), ONE);

        assertThat(after(stopped, new Fact.Departed(), TWO).chronicle().milestones())
                .containsEntry(Milestone.DEPARTED, NOON);
    }

    @Test
    void theUnitThatIsToldLaterLeavesTheArrivalAtItsTime() {
        var there = after(Situation.ON_THE_ROAD.transfer(), new Fact.Arrived(HTD, null), ONE);
        var inTheUnit = after(there, new Fact.Arrived(HTD, HTD_ICU), TWO);

        assertThat(inTheUnit.state()).isEqualTo(new JourneyState.Arrived(HTD, HTD_ICU));
        assertThat(inTheUnit.chronicle().milestones()).containsEntry(Milestone.ARRIVED, ONE);
    }

    private static Transfer after(Transfer transfer, Fact fact, Instant at) {
        return ((Outcome.Changed) transfer.record(fact, at, TWO)).transfer();
    }

    @Test
    void aFactDatedAheadIsOrderedByWhenItWasRecorded() {
        var recorded =
                (Outcome.Changed)
                        Situation.READY
                                .transfer()
                                .record(new Fact.Departed(), TWO.plus(Duration.ofHours(9)), TWO);

        assertThat(recorded.flags()).containsExactly(Contradiction.CLOCK_AHEAD);
        assertThat(recorded.transfer().chronicle().lastFact()).isEqualTo(TWO);
        assertThat(recorded.transfer().chronicle().milestones())
                .isEqualTo(Map.of(Milestone.REQUESTED, NOON, Milestone.DEPARTED, TWO));
    }

    @Test
    void aFactOfAClockThatBeganAnewIsOrderedByWhenItWasRecorded() {
        var recorded =
                (Outcome.Changed)
                        Situation.READY.transfer().record(new Fact.Departed(), Instant.EPOCH, TWO);

        assertThat(recorded.flags()).containsExactly(Contradiction.OUT_OF_ORDER);
        assertThat(recorded.transfer().state()).isInstanceOf(JourneyState.InTransit.class);
        assertThat(recorded.transfer().chronicle().milestones())
                .isEqualTo(Map.of(Milestone.REQUESTED, NOON, Milestone.DEPARTED, TWO));
    }

    @Test
    void aCircuitThatStandsStillIsToldWhileThePatientIsUnderWay() {
        var stopped = new Fact.Reading(Fact.Reading.Says.CIRCUIT_STOPPED);
        var road = Situation.ON_THE_ROAD.transfer();

        assertThat(road.record(stopped, ONE, TWO).announced())
                .containsExactly(new JourneyEvent.CircuitStopped());
        assertThat(Situation.HANDED_OVER.transfer().record(stopped, ONE, TWO).announced())
                .isEmpty();
    }

    @Test
    void aPhoneThatRunsAFewSecondsAheadIsNotCalledWrong() {
        assertThat(
                        Situation.READY
                                .transfer()
                                .record(new Fact.Departed(), TWO.plusSeconds(20), TWO)
                                .flags())
                .isEmpty();
    }

    @Test
    void aReadingAfterDeathIsFlagged() {
        var dead = ((Outcome.Changed) ARRIVED.record(new Fact.Died(), TWO, TWO)).transfer();

        assertThat(
                        dead.record(
                                new Fact.Reading(Fact.Reading.Says.USUAL),
                                TWO.plusSeconds(60),
                                TWO.plusSeconds(60)))
                .isEqualTo(new Unchanged(dead, List.of(Contradiction.LIVE_AFTER_DEATH)));
        assertThat(dead.record(new Fact.Reading(Fact.Reading.Says.USUAL), ONE, TWO))
                .isEqualTo(dead.asBefore());
    }

    /** What was known before it, entered after it. */
    @ParameterizedTest
    @MethodSource("everyEarlierOutcome")
    void anEarlierOutcomeIsOnlyALine(Earlier earlier) {
        var later = outcome(handedOver(), earlier.known(), TWO);

        assertThat(later.record(new Fact.OutcomeKnown(earlier.entered()), ONE, TWO))
                .isEqualTo(new Unchanged(later, earlier.flags()));
    }

    record Earlier(PatientOutcome known, PatientOutcome entered, List<Contradiction> flags) {}

    static Stream<Earlier> everyEarlierOutcome() {
        return Arrays.stream(PatientOutcome.values())
                .flatMap(
                        known ->
                                Arrays.stream(PatientOutcome.values())
                                        .map(
                                                entered ->
                                                        new Earlier(
                                                                known,
                                                                entered,
                                                                flags(known, entered))));
    }

    /** Nobody is discharged after having died. */
    private static List<Contradiction> flags(PatientOutcome known, PatientOutcome entered) {
        return entered == PatientOutcome.DIED && known != PatientOutcome.DIED
                ? List.of(Contradiction.LIVE_AFTER_DEATH)
                : List.of();
    }

    @Test
    void aLaterOutcomeTakesTheEarlierOnesPlace() {
        var weaned = outcome(handedOver(), PatientOutcome.WEANED, ONE);

        assertThat(outcome(weaned, PatientOutcome.DISCHARGED_ALIVE, TWO).chronicle().outcome())
                .isEqualTo(PatientOutcome.DISCHARGED_ALIVE);
    }

    @Test
    void aReadingAfterADeathInTheUnitIsFlagged() {
        var dead = outcome(handedOver(), PatientOutcome.DIED, ONE);

        assertThat(dead.record(new Fact.Reading(Fact.Reading.Says.USUAL), TWO, TWO))
                .isEqualTo(dead.asBefore().flagged(Contradiction.LIVE_AFTER_DEATH));
    }

    private static Transfer handedOver() {
        return Situation.HANDED_OVER.transfer();
    }

    private static Transfer outcome(Transfer transfer, PatientOutcome known, Instant at) {
        return ((Outcome.Changed) transfer.record(new Fact.OutcomeKnown(known), at, TWO))
                .transfer();
    }

    private static Recorded filled(Milestone milestone) {
        return ARRIVED.with(ARRIVED.chronicle().filled(milestone, ONE)).telling();
    }

    private static Transfer arrived() {
        return ((Outcome.Changed)
                        Situation.ON_THE_ROAD
                                .transfer()
                                .record(new Fact.Arrived(HTD, HTD_ICU), TWO, TWO))
                .transfer();
    }
}
