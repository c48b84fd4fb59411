package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.VINH_LONG;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two teams are asked, Vĩnh Long's first, which stays silent; Chợ Rẫy's is the one that goes. */
class PartiesTest {

    private static final Team BOTH_ASKED = Team.NONE.ask(VINH_LONG).ask(CHO_RAY);

    @ParameterizedTest
    @MethodSource("everyStateOfTheTeam")
    void onlyTheTeamThatGoesHasAPartAndLearnsThePatient(
            Team team, List<Organisation> involved, boolean seeking, boolean accepted) {
        var searched = Situation.SEEKING.transfer().with(team);
        var confirmed = Situation.ACCEPTED.transfer().with(team);

        assertThat(teams(searched)).isEqualTo(involved);
        assertThat(teams(confirmed)).isEqualTo(involved);
        assertThat(Parties.mayKnowIdentity(searched, CHO_RAY)).isEqualTo(seeking);
        assertThat(Parties.mayKnowIdentity(confirmed, CHO_RAY)).isEqualTo(accepted);
        assertThat(Parties.mayKnowIdentity(searched, VINH_LONG)).isFalse();
        assertThat(Parties.mayKnowIdentity(confirmed, VINH_LONG)).isFalse();
    }

    static Stream<Arguments> everyStateOfTheTeam() {
        var both = List.of(VINH_LONG, CHO_RAY);
        var one = List.of(CHO_RAY);
        return Stream.of(
                Arguments.of(Team.NONE, List.of(), false, false),
                Arguments.of(BOTH_ASKED, both, false, false),
                Arguments.of(BOTH_ASKED.agreed(CHO_RAY), one, false, true),
                Arguments.of(moved(TeamState.ON_THE_WAY), one, false, true),
                Arguments.of(moved(TeamState.AT_BEDSIDE), one, true, true),
                Arguments.of(moved(TeamState.CANNULATED), one, true, true),
                Arguments.of(moved(TeamState.STAYING), one, true, true),
                Arguments.of(moved(TeamState.ON_THE_WAY).standDown(), one, false, false),
                Arguments.of(BOTH_ASKED.standDown(), both, false, false));
    }

    @Test
    void everyStateOfTheTeamIsTried() {
        assertThat(everyStateOfTheTeam().map(each -> ((Team) each.get()[0]).state()))
                .contains(TeamState.values());
    }

    @Test
    void whoWasPassedOverLearnsNothingAfterTheHandoverEither() {
        var handedOver =
                Situation.HANDED_OVER
                        .transfer()
                        .with(moved(TeamState.STAYING))
                        .reached(Milestone.HANDED_OVER, ONE);

        assertThat(Parties.mayKnowIdentity(handedOver, VINH_LONG)).isFalse();
        assertThat(Parties.mayKnowIdentity(handedOver, CHO_RAY)).isTrue();
    }

    @Test
    void whereThePatientDiedIsSeenHowItEndedAndNotWhoItWas() {
        var arrived = Situation.ARRIVED.transfer();
        var stopped = Situation.STOPPED.transfer();

        assertThat(Parties.organisations(died(arrived))).contains(HTD);
        assertThat(Parties.organisations(died(stopped))).contains(HTD, VINH_LONG);
        assertThat(Parties.mayKnowIdentity(died(arrived), HTD)).isFalse();
    }

    private static Transfer died(Transfer transfer) {
        return ((Outcome.Changed) transfer.record(new Fact.Died(), ONE, ONE)).transfer();
    }

    private static Team moved(TeamState to) {
        return BOTH_ASKED.moved(to, CHO_RAY);
    }

    private static List<Organisation> teams(Transfer transfer) {
        return Parties.of(transfer).stream()
                .filter(party -> party.part() == Part.TEAM)
                .map(Party::organisation)
                .toList();
    }
}
