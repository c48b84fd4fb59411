package vn.lienvien.transfer.journey.domain;

import static vn.lienvien.transfer.journey.domain.Expected.changed;
import static vn.lienvien.transfer.journey.domain.Expected.refused;
import static vn.lienvien.transfer.journey.domain.Expected.to;
import static vn.lienvien.transfer.journey.domain.Expected.unchanged;
import static vn.lienvien.transfer.journey.domain.Fixtures.AGREED;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY_ICU;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.OTHER_NEEDS;
import static vn.lienvien.transfer.journey.domain.Fixtures.OTHER_PICTURE;
import static vn.lienvien.transfer.journey.domain.Fixtures.PICTURE;
import static vn.lienvien.transfer.journey.domain.Fixtures.PLACE;
import static vn.lienvien.transfer.journey.domain.Fixtures.REFERRER;
import static vn.lienvien.transfer.journey.domain.Fixtures.SECOND;
import static vn.lienvien.transfer.journey.domain.Fixtures.TWO;
import static vn.lienvien.transfer.journey.domain.Fixtures.VINH_LONG;
import static vn.lienvien.transfer.journey.domain.Refusal.ALREADY_ARRIVED;
import static vn.lienvien.transfer.journey.domain.Refusal.ALREADY_DEPARTED;
import static vn.lienvien.transfer.journey.domain.Refusal.ALREADY_HANDED_OVER;
import static vn.lienvien.transfer.journey.domain.Refusal.NOT_ACCEPTED;
import static vn.lienvien.transfer.journey.domain.Refusal.NOT_IN_TRANSIT;
import static vn.lienvien.transfer.journey.domain.Refusal.TRANSFER_ENDED;
import static vn.lienvien.transfer.journey.domain.Situation.ACCEPTED;
import static vn.lienvien.transfer.journey.domain.Situation.ARRIVED;
import static vn.lienvien.transfer.journey.domain.Situation.CONSULTING;
import static vn.lienvien.transfer.journey.domain.Situation.DIED;
import static vn.lienvien.transfer.journey.domain.Situation.DIVERSION_OFFERED;
import static vn.lienvien.transfer.journey.domain.Situation.DIVERTING;
import static vn.lienvien.transfer.journey.domain.Situation.ENDED;
import static vn.lienvien.transfer.journey.domain.Situation.HANDED_OVER;
import static vn.lienvien.transfer.journey.domain.Situation.LEFT_AGAIN;
import static vn.lienvien.transfer.journey.domain.Situation.NO_PLACE_YET;
import static vn.lienvien.transfer.journey.domain.Situation.OFFERED;
import static vn.lienvien.transfer.journey.domain.Situation.ON_THE_ROAD;
import static vn.lienvien.transfer.journey.domain.Situation.READY;
import static vn.lienvien.transfer.journey.domain.Situation.SEEKING;
import static vn.lienvien.transfer.journey.domain.Situation.STOPPED;
import static vn.lienvien.transfer.journey.domain.Situation.WAITING;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.lienvien.transfer.journey.domain.JourneyEvent.ClinicalAmended;
import vn.lienvien.transfer.journey.domain.JourneyEvent.PlacementSought;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TeamRequested;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TransferEnded;
import vn.lienvien.transfer.journey.domain.JourneyEvent.UrgencyChanged;
import vn.lienvien.transfer.journey.domain.JourneyState.Ended;
import vn.lienvien.transfer.journey.domain.JourneyState.InTransit;
import vn.lienvien.transfer.journey.domain.JourneyState.Ready;
import vn.lienvien.transfer.journey.domain.JourneyState.Seeking;
import vn.lienvien.transfer.journey.domain.StateTable.Column;

/** Every command in every situation. */
final class CommandTables {

    private static final Situation[] SEARCHING = {SEEKING, OFFERED, CONSULTING, WAITING};
    private static final Situation[] AT_THE_SENDER = {
        SEEKING, OFFERED, CONSULTING, WAITING, ACCEPTED, READY
    };
    private static final Situation[] TRAVELLING = {
        ON_THE_ROAD, STOPPED, DIVERTING, DIVERSION_OFFERED, NO_PLACE_YET, LEFT_AGAIN
    };
    private static final Situation[] BEFORE_ARRIVAL =
            Stream.of(AT_THE_SENDER, TRAVELLING).flatMap(Stream::of).toArray(Situation[]::new);
    private static final Search TO_CHO_RAY = AGREED.towards(Routing.ASK, CHO_RAY, CHO_RAY_ICU);
    private static final Search SEARCHED = AGREED.towards(Routing.SEARCH, null, null);

    private CommandTables() {}

    static StateTable table() {
        var table = new StateTable("State × command");
        urgency(table);
        routing(table);
        needs(table);
        diversion(table);
        team(table);
        readiness(table);
        ends(table);
        return table;
    }

    private static void urgency(StateTable table) {
        tooLate(
                command(
                                table,
                                "urgency raised to U0",
                                new Command.ChangeUrgency(Urgency.U0, SECOND, false))
                        .in(
                                changed(
                                        t -> t.with(new Priority(Urgency.U0, false, SECOND)),
                                        new UrgencyChanged(false)),
                                BEFORE_ARRIVAL));
        tooLate(
                command(
                                table,
                                "urgency as it is",
                                new Command.ChangeUrgency(Urgency.U1, SECOND, true))
                        .in(unchanged(), BEFORE_ARRIVAL));
        tooLate(
                command(
                                table,
                                "urgency set by a coordinator",
                                new Command.ChangeUrgency(Urgency.U0, SECOND, true))
                        .in(
                                changed(
                                        t -> t.with(new Priority(Urgency.U0, true, SECOND)),
                                        new UrgencyChanged(true)),
                                BEFORE_ARRIVAL));
        tooLate(
                command(table, "endorsed by another doctor", new Command.EndorseUrgency(SECOND))
                        .in(
                                changed(
                                        t -> t.with(t.priority().endorse()),
                                        new UrgencyChanged(true)),
                                BEFORE_ARRIVAL));
        tooLate(
                command(table, "endorsed by who set it", new Command.EndorseUrgency(REFERRER))
                        .in(refused(Refusal.OWN_URGENCY), BEFORE_ARRIVAL));
    }

    private static void routing(StateTable table) {
        tooLate(
                command(
                                table,
                                "another hospital asked",
                                new Command.ChangeRouting(Routing.ASK, CHO_RAY, CHO_RAY_ICU))
                        .in(anew(TO_CHO_RAY, SoughtBecause.ROUTING_CHANGED), AT_THE_SENDER)
                        .in(
                                diverting(TO_CHO_RAY, PLACE, null),
                                ON_THE_ROAD,
                                DIVERTING,
                                DIVERSION_OFFERED)
                        .in(diverting(TO_CHO_RAY, PLACE, VINH_LONG), STOPPED)
                        .in(diverting(TO_CHO_RAY, null, null), NO_PLACE_YET, LEFT_AGAIN));
        tooLate(
                command(
                                table,
                                "agreement with the asked hospital entered",
                                new Command.ChangeRouting(Routing.AGREED, HTD, Fixtures.HTD_ICU))
                        .in(unchanged(), AT_THE_SENDER)
                        .in(
                                unchanged(),
                                ON_THE_ROAD,
                                STOPPED,
                                DIVERTING,
                                DIVERSION_OFFERED,
                                NO_PLACE_YET)
                        .in(diverting(AGREED, null, null), LEFT_AGAIN));
    }

    private static void needs(StateTable table) {
        var wanted = AGREED.needing(OTHER_NEEDS);
        tooLate(
                command(table, "needs changed", new Command.ChangeNeeds(OTHER_NEEDS))
                        .in(anew(wanted, SoughtBecause.NEEDS_CHANGED), SEARCHING)
                        .in(
                                changed(t -> t.with(wanted), new ClinicalAmended(1)),
                                ACCEPTED,
                                READY,
                                ON_THE_ROAD,
                                STOPPED,
                                LEFT_AGAIN)
                        .in(diverting(wanted, PLACE, null), DIVERTING, DIVERSION_OFFERED)
                        .in(diverting(wanted, null, null), NO_PLACE_YET));
        var grown = AGREED.needing(PICTURE, OTHER_PICTURE);
        var amended = new ClinicalAmended(2);
        tooLateToAmend(
                command(
                                table,
                                "clinical picture amended",
                                new Command.AmendClinical(PICTURE, PICTURE))
                        .in(changed(Transfer::amended, amended), BEFORE_ARRIVAL)
                        .in(changed(Transfer::amended, amended), ARRIVED));
        tooLateToAmend(
                command(
                                table,
                                "clinical picture amended: other needs",
                                new Command.AmendClinical(PICTURE, OTHER_PICTURE))
                        .in(
                                changed(
                                        t -> t.amended().askingAnew(grown, new Seeking()),
                                        amended,
                                        new PlacementSought(SoughtBecause.NEEDS_CHANGED)),
                                SEARCHING)
                        .in(
                                changed(t -> t.amended().with(grown), amended),
                                ACCEPTED,
                                READY,
                                ON_THE_ROAD,
                                STOPPED,
                                LEFT_AGAIN,
                                ARRIVED)
                        .in(amendedDiverting(grown, PLACE), DIVERTING, DIVERSION_OFFERED)
                        .in(amendedDiverting(grown, null), NO_PLACE_YET));
    }

    private static Function<Transfer, Outcome> amendedDiverting(Search wanted, Place kept) {
        UnaryOperator<Transfer> asked =
                t ->
                        t.amended()
                                .askingAnew(
                                        wanted.atTopRank(),
                                        new InTransit(kept, new Diversion.Seeking(), null));
        return changed(asked, new ClinicalAmended(2), new PlacementSought(SoughtBecause.DIVERSION));
    }

    private static void tooLateToAmend(Column column) {
        column.in(refused(ALREADY_HANDED_OVER), HANDED_OVER)
                .in(refused(TRANSFER_ENDED), ENDED, DIED);
    }

    private static void diversion(StateTable table) {
        tooLate(
                command(
                                table,
                                "diverted to wherever there is a place",
                                new Command.Divert(Routing.SEARCH, null))
                        .in(refused(NOT_IN_TRANSIT), AT_THE_SENDER)
                        .in(
                                diverting(SEARCHED, PLACE, null),
                                ON_THE_ROAD,
                                DIVERTING,
                                DIVERSION_OFFERED)
                        .in(diverting(SEARCHED, PLACE, VINH_LONG), STOPPED)
                        .in(diverting(SEARCHED, null, null), NO_PLACE_YET, LEFT_AGAIN));
    }

    private static void team(StateTable table) {
        tooLate(
                command(table, "team asked", new Command.RequestTeam(HTD))
                        .in(
                                changed(
                                        t ->
                                                t.with(t.team().ask(HTD))
                                                        .reached(Milestone.TEAM_ASKED, ONE),
                                        new TeamRequested(HTD)),
                                BEFORE_ARRIVAL));
        command(table, "answer of a team nobody asked", new Command.AnswerTeam(HTD, true))
                .in(refused(Refusal.TEAM_NOT_ASKED), BEFORE_ARRIVAL)
                .in(refused(Refusal.TEAM_NOT_ASKED), ARRIVED, HANDED_OVER)
                .in(refused(TRANSFER_ENDED), ENDED, DIED);
    }

    private static void readiness(StateTable table) {
        tooLate(
                command(table, "ready", new Command.DeclareReady(true))
                        .in(refused(NOT_ACCEPTED), SEARCHING)
                        .in(
                                changed(
                                        to(new Ready(PLACE, true), Milestone.READY),
                                        new JourneyEvent.BecameReady(true)),
                                ACCEPTED)
                        .in(unchanged(), READY)
                        .in(refused(ALREADY_DEPARTED), TRAVELLING));
    }

    private static void ends(StateTable table) {
        var cancelled = new TransferEnded(EndKind.CANCELLED, ONE);
        command(table, "cancelled", new Command.End(EndKind.CANCELLED))
                .in(
                        changed(
                                to(new Ended(EndKind.CANCELLED, null, null), Milestone.ENDED),
                                cancelled),
                        SEARCHING)
                .in(
                        changed(
                                to(new Ended(EndKind.CANCELLED, PLACE, null), Milestone.ENDED),
                                cancelled),
                        ACCEPTED,
                        READY)
                .in(refused(ALREADY_DEPARTED), TRAVELLING)
                .in(refused(ALREADY_ARRIVED), ARRIVED)
                .in(refused(ALREADY_HANDED_OVER), HANDED_OVER)
                .in(unchanged(), ENDED)
                .in(refused(TRANSFER_ENDED), DIED);
    }

    private static Column command(StateTable table, String name, Command command) {
        return table.column(name, command, transfer -> transfer.decide(command, ONE, TWO));
    }

    private static void tooLate(Column column) {
        column.in(refused(ALREADY_ARRIVED), ARRIVED)
                .in(refused(ALREADY_HANDED_OVER), HANDED_OVER)
                .in(refused(TRANSFER_ENDED), ENDED, DIED);
    }

    private static Function<Transfer, Outcome> anew(Search wanted, SoughtBecause because) {
        UnaryOperator<Transfer> asked = t -> t.askingAnew(wanted, new Seeking());
        return changed(asked, new PlacementSought(because));
    }

    private static Function<Transfer, Outcome> diverting(
            Search wanted, Place kept, Organisation stop) {
        UnaryOperator<Transfer> asked =
                t ->
                        t.askingAnew(
                                wanted.atTopRank(),
                                new InTransit(kept, new Diversion.Seeking(), stop));
        return changed(asked, new PlacementSought(SoughtBecause.DIVERSION));
    }
}
