package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.transfer.journey.domain.Fixtures.ANOTHER_OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.PLACE;
import static vn.lienvien.transfer.journey.domain.Fixtures.SECOND;
import static vn.lienvien.transfer.journey.domain.Fixtures.THE_OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.TWO;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.transfer.journey.domain.JourneyState.InTransit;
import vn.lienvien.transfer.journey.domain.JourneyState.Seeking;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Stale;
import vn.lienvien.transfer.journey.domain.Outcome.Unchanged;
import vn.lienvien.transfer.journey.domain.PlacementNews.Released.Then;

/** What bed-service said while it served another attempt, and other rules across the tables. */
class AttemptsTest {

    private static final Search SEARCHED = Fixtures.AGREED.towards(Routing.SEARCH, null, null);
    private static final Fact ARRIVED_ELSEWHERE = new Fact.Arrived(CHO_RAY, null);
    private static final InTransit DIVERTING = new InTransit(PLACE, new Diversion.Seeking(), null);

    @ParameterizedTest
    @MethodSource("vn.lienvien.transfer.journey.domain.StateTablesTest#tables")
    void theTablesSpeakOfTheFirstAttempt(StateTable table) {
        assertThat(table.cells())
                .allSatisfy(cell -> assertThat(cell.in().transfer().attempt()).isEqualTo(1));
    }

    @Test
    void newsOfAnOlderAttemptIsStale() {
        var anew = Fixtures.transfer().askingAnew(SEARCHED, new Seeking());

        assertThat(anew.follow(new PlacementNews.Confirmed(THE_OFFER), 1, ONE))
                .isEqualTo(new Stale(anew));
    }

    /** bed-service waits for its answer, and nobody else is asked meanwhile. */
    @Test
    void aTeamCalledInAnOlderAttemptIsAsked() {
        var anew = Fixtures.transfer().askingAnew(SEARCHED, new Seeking());

        var asked = (Changed) anew.follow(new PlacementNews.TeamAsked(CHO_RAY), 1, ONE);

        assertThat(asked.transfer().decide(new Command.AnswerTeam(CHO_RAY, true), ONE, TWO))
                .isInstanceOf(Changed.class);
    }

    @Test
    void newsOfAnAttemptNotYetMadeContradicts() {
        var first = Fixtures.transfer();

        assertThat(first.follow(new PlacementNews.Confirmed(THE_OFFER), 2, ONE))
                .isEqualTo(new Unchanged(first, List.of(Contradiction.PLACEMENT_DISAGREES)));
    }

    @Test
    void thePlaceWeRelyOnIsNeverLostUnheard() {
        var diverting = Fixtures.transfer().askingAnew(SEARCHED, DIVERTING);

        assertThat(diverting.follow(new PlacementNews.Withdrawn(THE_OFFER), 1, ONE))
                .isEqualTo(
                        diverting
                                .askingAnew(
                                        SEARCHED.atTopRank(),
                                        new InTransit(null, new Diversion.Seeking(), null))
                                .telling(
                                        new JourneyEvent.PlacementSought(SoughtBecause.DIVERSION)));
        assertThat(diverting.follow(new PlacementNews.Withdrawn(ANOTHER_OFFER), 1, ONE))
                .isEqualTo(new Stale(diverting));
    }

    @Test
    void aPlaceGivenUpByACoordinatorLeavesWhatIsSoughtOnTheRoad() {
        var diverting = Fixtures.transfer().askingAnew(SEARCHED, DIVERTING);
        var givenUp = new PlacementNews.Released(THE_OFFER, Then.FOR_PEOPLE);

        assertThat(diverting.follow(givenUp, 1, ONE))
                .isEqualTo(
                        diverting.in(new InTransit(null, new Diversion.Seeking(), null)).telling());
    }

    /** bed-service may take the patient for arrived by now, and then asks nobody. */
    @Test
    void aPlaceGivenUpAfterAnArrivalIsSoughtOnlyWhenBedServiceIsAskedAnew() {
        var givenUp = new PlacementNews.Released(THE_OFFER, Then.FOR_PEOPLE);
        var arrived = (Changed) Situation.SEEKING.transfer().record(ARRIVED_ELSEWHERE, ONE, TWO);
        var left = (Changed) arrived.transfer().record(new Fact.Departed(), ONE, TWO);
        var onTheRoad =
                (Changed) left.transfer().follow(new PlacementNews.Confirmed(THE_OFFER), 1, ONE);
        var back = (Changed) onTheRoad.transfer().record(new Fact.TurnedBack(true), ONE, TWO);

        assertThat(onTheRoad.transfer().follow(givenUp, 1, ONE))
                .isEqualTo(
                        onTheRoad
                                .transfer()
                                .in(new InTransit(null, new Diversion.None(), null))
                                .telling());
        assertThat(back.transfer().follow(givenUp, 1, ONE))
                .isEqualTo(
                        back.transfer()
                                .askingAnew(Fixtures.AGREED.atTopRank(), new Seeking())
                                .telling(
                                        new JourneyEvent.PlacementSought(SoughtBecause.WITHDRAWN)));
    }

    @Test
    void aPlaceFreedByAnEndThatFactsHaveOvertakenIsAskedForAnew() {
        var ended = Situation.ENDED.transfer();
        var left = (Changed) ended.record(new Fact.Departed(), ONE, TWO);
        var accepted =
                (Changed) left.transfer().follow(new PlacementNews.Confirmed(THE_OFFER), 1, ONE);
        var back = (Changed) accepted.transfer().record(new Fact.TurnedBack(true), ONE, TWO);
        var news = new PlacementNews.Released(THE_OFFER, Then.SOUGHT_ANEW);
        var freed = back.transfer().follow(news, 1, ONE);

        assertThat(back.transfer().state()).isEqualTo(new JourneyState.Accepted(PLACE));
        assertThat(freed)
                .isEqualTo(
                        back.transfer()
                                .askingAnew(Fixtures.AGREED.atTopRank(), new Seeking())
                                .telling(
                                        new JourneyEvent.PlacementSought(SoughtBecause.WITHDRAWN)));
    }

    @Test
    void backWithThePlaceTheDiversionIsNotWaitedForAnyMore() {
        var paused = Situation.DIVERTING.transfer().with(Automation.ASKED_UNIT_LAPSED);

        assertThat(
                        ((Changed) paused.record(new Fact.TurnedBack(true), ONE, TWO))
                                .transfer()
                                .automation())
                .isEqualTo(Automation.RUNNING);
    }

    @Test
    void aSearchThatAPersonMustRestartIsAskedAgain() {
        var paused = Fixtures.transfer().with(Automation.ASKED_UNIT_LAPSED);
        var same = new Command.ChangeRouting(Routing.AGREED, HTD, Fixtures.HTD_ICU);

        assertThat(paused.decide(same, ONE, TWO).announced())
                .containsExactly(new JourneyEvent.PlacementSought(SoughtBecause.ROUTING_CHANGED));
    }

    @Test
    void anAgreementWithTheHospitalThatAcceptedIsNotedAndUndoesNothing() {
        var searched = Situation.ACCEPTED.transfer().with(SEARCHED);
        var agreed = new Command.ChangeRouting(Routing.AGREED, HTD, Fixtures.HTD_ICU);

        assertThat(searched.decide(agreed, ONE, TWO))
                .isEqualTo(searched.with(Fixtures.AGREED).telling());
    }

    @Test
    void onlyARedAlertOrASixHourCaseWantsEndorsement() {
        var planned = Fixtures.transfer().with(new Priority(Urgency.U2, false, Fixtures.REFERRER));
        var endorsed = Fixtures.transfer().with(new Priority(Urgency.U1, true, Fixtures.REFERRER));

        assertThat(planned.decide(new Command.EndorseUrgency(SECOND), ONE, TWO))
                .isEqualTo(new Outcome.Refused(Refusal.NOTHING_TO_ENDORSE));
        assertThat(endorsed.decide(new Command.EndorseUrgency(SECOND), ONE, TWO))
                .isEqualTo(endorsed.asBefore());
    }
}
