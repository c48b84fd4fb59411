package vn.lienvien.bed.placement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.bed.placement.domain.Known.CHO_RAY;
import static vn.lienvien.bed.placement.domain.Known.GIA_DINH;
import static vn.lienvien.bed.placement.domain.Known.HTD;
import static vn.lienvien.bed.placement.domain.Known.NOON;
import static vn.lienvien.bed.placement.domain.Known.SLOT;
import static vn.lienvien.bed.placement.domain.Known.SLOT_2;
import static vn.lienvien.bed.placement.domain.Known.needs;
import static vn.lienvien.bed.placement.domain.RankingTest.unit;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.placement.domain.Proposal.Choice;

class ProposingTest {

    private static final Place HCMC = new Place(10.7532, 106.6784, "Hồ Chí Minh");
    private static final Ward NHI_DONG = Known.ward("nhi-dong-2");
    private static final SlotId SLOT_3 = new SlotId(new UUID(3, 3));
    private static final Proposing PROPOSING =
            new Proposing(new Ranking(RankingRules.PROPOSED, NOON), HoldRules.PROPOSED);

    @Test
    void aSearchAsksTheBestUnitWithAFreeSlot() {
        var board = new Board(List.of(unit(HTD, HCMC).free().build(), unit(CHO_RAY, HCMC).build()));

        assertThat(choices(PROPOSING.propose(search(Urgency.U2), board)))
                .containsExactly(new Choice(CHO_RAY, SLOT, OfferKind.SEARCH));
    }

    @Test
    void afterTwoSilentUnitsThreeAreAskedAtOnce() {
        var board =
                new Board(
                        List.of(
                                unit(HTD, HCMC).build(),
                                unit(CHO_RAY, HCMC).free(SLOT_2).build(),
                                unit(NHI_DONG, HCMC).free(SLOT_3).build()));

        assertThat(choices(PROPOSING.propose(silent(2), board))).hasSize(3);
        assertThat(choices(PROPOSING.propose(silent(1), board))).hasSize(1);
    }

    @Test
    void withNothingFreeASearchWaitsAndIsToldOnce() {
        var board = new Board(List.of(unit(HTD, HCMC).free().build()));

        assertThat(PROPOSING.propose(search(Urgency.U2), board)).isInstanceOf(Proposal.Await.class);
        assertThat(PROPOSING.propose(waiting(), board)).isEqualTo(new Proposal.Nothing());
    }

    @Test
    void theSlotOfAHigherRankIsGoneForTheNext() {
        var board = new Board(List.of(unit(HTD, HCMC).ready(2).free(SLOT, SLOT_2).build()));

        board.take(HTD.unit(), SLOT);

        assertThat(choices(PROPOSING.propose(search(Urgency.U2), board)))
                .containsExactly(new Choice(HTD, SLOT_2, OfferKind.SEARCH));
    }

    @Test
    void whatWasAgreedIsAskedEvenWhenFullAndNotActivated() {
        var board = new Board(List.of(unit(HTD, HCMC).activated(false).ready(0).free().build()));

        assertThat(choices(PROPOSING.propose(named(Routing.AGREED, HTD, Set.of()), board)))
                .containsExactly(new Choice(HTD, null, OfferKind.AGREED));
    }

    @Test
    void aNamedHospitalThatSaidNotNowIsGivenToPeople() {
        var board = new Board(List.of(unit(HTD, HCMC).build()));

        assertThat(PROPOSING.propose(named(Routing.ASK, HTD, Set.of(HTD.unit())), board))
                .isEqualTo(new Proposal.GiveToPeople(PausedBecause.ASKED_UNIT_NOT_NOW));
        assertThat(PROPOSING.propose(named(Routing.ASK, CHO_RAY, Set.of()), board))
                .isEqualTo(new Proposal.GiveToPeople(PausedBecause.UNIT_MISSING));
    }

    @Test
    void aRedAlertHoldsNothingAndWaitsForATeam() {
        var board =
                new Board(List.of(unit(HTD, HCMC).build(), unit(GIA_DINH, HCMC).free().build()));

        assertThat(PROPOSING.propose(search(Urgency.U0), board)).isEqualTo(new Proposal.Nothing());
        assertThat(choices(PROPOSING.propose(redAlert(goes(GIA_DINH)), board)))
                .containsExactly(new Choice(GIA_DINH, null, OfferKind.TEAM));
        assertThat(choices(PROPOSING.propose(redAlert(TeamCall.NONE.exhaust()), board)))
                .containsExactly(new Choice(HTD, null, OfferKind.SEARCH));
    }

    @Test
    void theNearestTeamNotYetCalledIsNext() {
        var far = unit(CHO_RAY, new Place(21.0, 105.8, "Hà Nội")).withTeam().build();
        var near = unit(GIA_DINH, HCMC).withTeam().build();
        var none = unit(HTD, HCMC).build();
        var board = new Board(List.of(far, near, none));

        assertThat(PROPOSING.nextTeam(search(Urgency.U0), board)).contains(GIA_DINH.organisation());
        assertThat(
                        PROPOSING.nextTeam(
                                redAlert(TeamCall.NONE.ask(GIA_DINH.organisation(), NOON)), board))
                .contains(CHO_RAY.organisation());
    }

    @Test
    void aTeamWhoseWayIsNotKnownIsCalledAfterThoseOfWhomItIs() {
        var far = unit(CHO_RAY, new Place(21.0, 105.8, "Hà Nội")).withTeam().build();
        var somewhere = unit(GIA_DINH, null).withTeam().build();

        assertThat(PROPOSING.nextTeam(search(Urgency.U0), new Board(List.of(somewhere, far))))
                .contains(CHO_RAY.organisation());
    }

    private static List<Choice> choices(Proposal proposal) {
        return proposal instanceof Proposal.Ask(var choices, _) ? choices : List.of();
    }

    private static TeamCall goes(Ward ward) {
        return TeamCall.NONE.ask(ward.organisation(), NOON).answered(ward.organisation(), true);
    }

    private static Queued search(Urgency urgency) {
        return queued(urgency, Known.search(), false, 0, TeamCall.NONE, Set.of());
    }

    private static Queued silent(int silent) {
        return queued(Urgency.U2, Known.search(), false, silent, TeamCall.NONE, Set.of());
    }

    private static Queued waiting() {
        return queued(Urgency.U2, Known.search(), true, 0, TeamCall.NONE, Set.of());
    }

    private static Queued redAlert(TeamCall team) {
        return queued(Urgency.U0, Known.search(), false, 0, team, Set.of());
    }

    private static Queued named(Routing routing, Ward ward, Set<UnitId> excluded) {
        var search = new Search(routing, ward.organisation(), null, false, false, needs());
        return queued(Urgency.U2, search, false, 0, TeamCall.NONE, excluded);
    }

    private static Queued queued(
            Urgency urgency,
            Search search,
            boolean waiting,
            int silent,
            TeamCall team,
            Set<UnitId> excluded) {
        var of =
                new CaseRef(
                        Known.SOC_TRANG,
                        "7F3K9Q",
                        new OrganisationId("soc-trang-covid"),
                        urgency,
                        1);
        return new Queued(
                QueueRank.of(of, search, false, NOON, Duration.ofHours(12), NOON),
                of,
                search,
                true,
                waiting,
                false,
                silent,
                team,
                new Seeker(of.origin(), new Place(9.6, 105.97, null), Set.of(), needs(), excluded));
    }
}
