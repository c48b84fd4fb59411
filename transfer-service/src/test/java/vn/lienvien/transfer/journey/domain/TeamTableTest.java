package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.NOON;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.TWO;
import static vn.lienvien.transfer.journey.domain.Fixtures.VINH_LONG;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TeamMoved;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TransferEnded;

class TeamTableTest {

    @ParameterizedTest
    @MethodSource("everyCell")
    void everyCellHolds(TeamTable.Cell cell) {
        assertThat(cell.actual()).isEqualTo(cell.expected());
    }

    static Stream<Arguments> everyCell() {
        return TeamTable.table()
                .cells()
                .map(cell -> Arguments.argumentSet(cell.input() + " in " + cell.in(), cell));
    }

    @Test
    void noCellIsMissing() {
        assertThat(TeamTable.table().columns())
                .allSatisfy((_, cells) -> assertThat(cells).containsOnlyKeys(TeamState.values()));
        assertThat(TeamTable.table().inputs().collect(Collectors.toSet()))
                .contains(Fact.OfTeam.class.getPermittedSubclasses());
    }

    @Test
    void aTeamThatHasNotComeIsStoodDownWhenTheTransferEnds() {
        var asked = TeamTable.transfer(TeamState.ON_THE_WAY);

        var ended = asked.decide(new Command.End(EndKind.CANCELLED), ONE, TWO);

        assertThat(ended.announced())
                .containsExactly(
                        new TeamMoved(HTD, TeamState.STOOD_DOWN, ONE),
                        new TransferEnded(EndKind.CANCELLED, ONE));
    }

    @Test
    void theFirstTeamThatGoesIsTheOne() {
        var both = TeamTable.transfer(TeamState.ASKED).with(Team.NONE.ask(HTD).ask(CHO_RAY));
        var first = ((Outcome.Changed) both.decide(new Command.AnswerTeam(HTD, true), ONE, TWO));

        assertThat(first.transfer().team())
                .isEqualTo(new Team(TeamState.ASKED, HTD, List.of(HTD, CHO_RAY), true));
        assertThat(first.transfer().decide(new Command.AnswerTeam(CHO_RAY, true), ONE, TWO))
                .isEqualTo(new Outcome.Refused(Refusal.TEAM_ALREADY_GOING));
    }

    @Test
    void whenTheTeamTurnsBackTheOthersMayGoAndItsLeavingIsUndone() {
        var left = record(both(), new Fact.TeamLeft(HTD));

        var back = record(left, new Fact.TeamTurnedBack(HTD));

        assertThat(back.team())
                .isEqualTo(new Team(TeamState.ASKED, CHO_RAY, List.of(CHO_RAY), false));
        assertThat(back.chronicle().milestones()).doesNotContainKey(Milestone.TEAM_LEFT);
        assertThat(back.decide(new Command.RequestTeam(VINH_LONG), ONE, TWO).announced())
                .containsExactly(new JourneyEvent.TeamRequested(VINH_LONG));
    }

    @Test
    void theNextTeamIsAtTheBedsideWhenItComes() {
        var there = record(record(both(), new Fact.TeamLeft(HTD)), new Fact.TeamAtBedside(HTD));
        var back = record(there, new Fact.TeamTurnedBack(HTD));

        var next = (Outcome.Changed) back.record(new Fact.TeamAtBedside(CHO_RAY), TWO, TWO);

        assertThat(next.transfer().chronicle().milestones())
                .containsEntry(Milestone.TEAM_AT_BEDSIDE, TWO);
    }

    @Test
    void whoWasPassedOverMaySayThatItCannotComeEither() {
        var onTheWay = record(both(), new Fact.TeamLeft(HTD));
        var cannot =
                (Outcome.Changed) onTheWay.decide(new Command.AnswerTeam(CHO_RAY, false), ONE, TWO);

        assertThat(cannot.transfer())
                .isEqualTo(onTheWay.with(new Team(TeamState.ON_THE_WAY, HTD, List.of(HTD), true)));
        assertThat(cannot.events()).containsExactly(new JourneyEvent.TeamAnswered(CHO_RAY, false));
    }

    @Test
    void aTurningBackThatComesInLateUndoesNothing() {
        var atBedside =
                ((Outcome.Changed) both().record(new Fact.TeamAtBedside(HTD), ONE, TWO)).transfer();

        assertThat(atBedside.record(new Fact.TeamTurnedBack(HTD), NOON, TWO))
                .isEqualTo(atBedside.asBefore());
    }

    private static Transfer both() {
        return TeamTable.transfer(TeamState.ASKED).with(Team.NONE.ask(HTD).ask(CHO_RAY));
    }

    private static Transfer record(Transfer transfer, Fact fact) {
        return ((Outcome.Changed) transfer.record(fact, ONE, TWO)).transfer();
    }

    @Test
    void aLateTeamEntryFillsItsTimeAndMovesNothing() {
        var atBedside =
                ((Outcome.Changed)
                                TeamTable.transfer(TeamState.NONE)
                                        .record(new Fact.TeamAtBedside(HTD), ONE, TWO))
                        .transfer();

        assertThat(atBedside.record(new Fact.TeamLeft(HTD), NOON, TWO))
                .isEqualTo(
                        atBedside
                                .with(atBedside.chronicle().filled(Milestone.TEAM_LEFT, NOON))
                                .telling());
    }
}
