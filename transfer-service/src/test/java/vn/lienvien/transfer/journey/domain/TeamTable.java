package vn.lienvien.transfer.journey.domain;

import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.TWO;
import static vn.lienvien.transfer.journey.domain.Refusal.TEAM_ALREADY_GOING;
import static vn.lienvien.transfer.journey.domain.Refusal.TEAM_NOT_ASKED;
import static vn.lienvien.transfer.journey.domain.TeamState.ASKED;
import static vn.lienvien.transfer.journey.domain.TeamState.AT_BEDSIDE;
import static vn.lienvien.transfer.journey.domain.TeamState.CANNULATED;
import static vn.lienvien.transfer.journey.domain.TeamState.NONE;
import static vn.lienvien.transfer.journey.domain.TeamState.ON_THE_WAY;
import static vn.lienvien.transfer.journey.domain.TeamState.STAYING;
import static vn.lienvien.transfer.journey.domain.TeamState.STOOD_DOWN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.lienvien.transfer.journey.domain.Command.AnswerTeam;
import vn.lienvien.transfer.journey.domain.Command.RequestTeam;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TeamAnswered;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TeamMoved;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TeamRequested;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Refused;

/** The team's track × what moves it, HTD's team being the one the track is with. */
final class TeamTable {

    /** What the input does to one state of the track. */
    record Cell(String input, TeamState in, Outcome actual, Outcome expected) {}

    private static final TeamState[] COMING = {ON_THE_WAY, AT_BEDSIDE, CANNULATED, STAYING};
    private static final TeamState[] THERE = {AT_BEDSIDE, CANNULATED, STAYING};
    private static final TeamState[] ALL = TeamState.values();

    private final Map<String, EnumMap<TeamState, Cell>> columns = new LinkedHashMap<>();
    private final List<Object> inputs = new ArrayList<>();

    static TeamTable table() {
        var table = new TeamTable();
        table.requests();
        table.answers();
        table.facts();
        table.calls();
        return table;
    }

    Map<String, EnumMap<TeamState, Cell>> columns() {
        return columns;
    }

    Stream<Cell> cells() {
        return columns.values().stream().flatMap(cells -> cells.values().stream());
    }

    Stream<Class<?>> inputs() {
        return inputs.stream().map(Object::getClass);
    }

    static Transfer transfer(TeamState state) {
        var team =
                switch (state) {
                    case NONE -> Team.NONE;
                    case ASKED -> Team.NONE.ask(HTD);
                    case ON_THE_WAY, AT_BEDSIDE, CANNULATED, STAYING -> Team.NONE.moved(state, HTD);
                    case STOOD_DOWN -> Team.NONE.ask(HTD).standDown();
                };
        return Fixtures.transfer().with(team);
    }

    private void requests() {
        var again = new RequestTeam(HTD);
        cell("asked again", again, decide(again), asking(HTD), NONE, STOOD_DOWN);
        cell("asked again", again, decide(again), Transfer::asBefore, ASKED);
        cell("asked again", again, decide(again), Transfer::asBefore, COMING);
        var other = new RequestTeam(CHO_RAY);
        cell("another asked", other, decide(other), asking(CHO_RAY), NONE, ASKED, STOOD_DOWN);
        cell("another asked", other, decide(other), refused(TEAM_ALREADY_GOING), COMING);
    }

    private void answers() {
        var goes = new AnswerTeam(HTD, true);
        cell("answers: goes", goes, decide(goes), refused(TEAM_NOT_ASKED), NONE, STOOD_DOWN);
        cell("answers: goes", goes, decide(goes), answered(true), ASKED);
        cell("answers: goes", goes, decide(goes), Transfer::asBefore, COMING);
        var cannot = new AnswerTeam(HTD, false);
        cell("answers: cannot", cannot, decide(cannot), refused(TEAM_NOT_ASKED), NONE, STOOD_DOWN);
        cell("answers: cannot", cannot, decide(cannot), answered(false), ASKED);
        cell("answers: cannot", cannot, decide(cannot), TeamTable::notComing, ON_THE_WAY);
        cell("answers: cannot", cannot, decide(cannot), refused(TEAM_ALREADY_GOING), THERE);
        var other = new AnswerTeam(CHO_RAY, true);
        cell("another answers", other, decide(other), refused(TEAM_NOT_ASKED), ALL);
    }

    private void facts() {
        fact("left", new Fact.TeamLeft(HTD), ON_THE_WAY, Milestone.TEAM_LEFT);
        fact("at bedside", new Fact.TeamAtBedside(HTD), AT_BEDSIDE, Milestone.TEAM_AT_BEDSIDE);
        fact("cannulated", new Fact.Cannulated(HTD), CANNULATED, Milestone.CANNULATED);
        fact("staying", new Fact.TeamStaying(HTD), STAYING);
        turnsBack();
    }

    private void fact(String name, Fact.OfTeam fact, TeamState to, Milestone... milestones) {
        for (var state : ALL) {
            cell(
                    name,
                    fact,
                    t -> t.record(fact, ONE, TWO),
                    state == to ? Transfer::asBefore : moved(to, milestones),
                    state);
        }
    }

    private void turnsBack() {
        var back = new Fact.TeamTurnedBack(HTD);
        Function<Transfer, Outcome> doing = t -> t.record(back, ONE, TWO);
        Function<Transfer, Outcome> followed =
                t -> notComing(t.with(t.chronicle().teamSeenAt(ONE)));
        cell("turned back", back, doing, Transfer::asBefore, NONE, STOOD_DOWN);
        cell("turned back", back, doing, followed, ASKED, ON_THE_WAY);
        cell(
                "turned back",
                back,
                doing,
                t -> ((Changed) followed.apply(t)).flagged(Contradiction.OUT_OF_ORDER),
                THERE);
        var other = new Fact.TeamTurnedBack(CHO_RAY);
        cell("another turned back", other, t -> t.record(other, ONE, TWO), Transfer::asBefore, ALL);
    }

    private void calls() {
        var asked = new PlacementNews.TeamAsked(CHO_RAY);
        Function<Transfer, Outcome> doing = t -> t.follow(asked, 1, ONE);
        Function<Transfer, Outcome> silently =
                t -> t.with(t.team().ask(CHO_RAY)).reached(Milestone.TEAM_ASKED, ONE).telling();
        cell("bed-service asks another", asked, doing, silently, NONE, ASKED, STOOD_DOWN);
        cell("bed-service asks another", asked, doing, Transfer::asBefore, COMING);
    }

    private void cell(
            String name,
            Object input,
            Function<Transfer, Outcome> doing,
            Function<Transfer, Outcome> expected,
            TeamState... states) {
        inputs.add(input);
        for (var state : states) {
            var before = transfer(state);
            columns.computeIfAbsent(name, _ -> new EnumMap<>(TeamState.class))
                    .put(state, new Cell(name, state, doing.apply(before), expected.apply(before)));
        }
    }

    private static Function<Transfer, Outcome> decide(Command command) {
        return t -> t.decide(command, ONE, TWO);
    }

    private static Function<Transfer, Outcome> refused(Refusal why) {
        return _ -> new Refused(why);
    }

    private static Function<Transfer, Outcome> asking(Organisation next) {
        return t ->
                t.with(t.team().ask(next))
                        .reached(Milestone.TEAM_ASKED, ONE)
                        .telling(new TeamRequested(next));
    }

    private static Function<Transfer, Outcome> answered(boolean goes) {
        return t ->
                t.with(goes ? new Team(ASKED, HTD, List.of(HTD), true) : Team.NONE)
                        .telling(new TeamAnswered(HTD, goes));
    }

    private static Changed notComing(Transfer transfer) {
        return transfer.with(Team.NONE).telling(new TeamAnswered(HTD, false));
    }

    private static Function<Transfer, Outcome> moved(TeamState to, Milestone... milestones) {
        return t -> {
            var next = t.with(new Team(to, HTD, List.of(HTD), true));
            for (var milestone : milestones) {
                next = next.reached(milestone, ONE);
            }
            return new Changed(
                    next.with(next.chronicle().teamSeenAt(ONE)),
                    List.of(new TeamMoved(HTD, to, ONE)),
                    List.of());
        };
    }
}
