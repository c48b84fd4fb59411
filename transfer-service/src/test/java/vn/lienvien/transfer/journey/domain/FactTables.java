package vn.lienvien.transfer.journey.domain;

import static vn.lienvien.transfer.journey.domain.Contradiction.ARRIVED_AFTER_END;
import static vn.lienvien.transfer.journey.domain.Contradiction.ARRIVED_ELSEWHERE;
import static vn.lienvien.transfer.journey.domain.Contradiction.CIRCUIT_STOPPED;
import static vn.lienvien.transfer.journey.domain.Contradiction.DEPARTED_AFTER_END;
import static vn.lienvien.transfer.journey.domain.Contradiction.DEPARTED_BEFORE_ACCEPTED;
import static vn.lienvien.transfer.journey.domain.Contradiction.HANDED_OVER_BEFORE_ARRIVAL;
import static vn.lienvien.transfer.journey.domain.Contradiction.LEFT_BEFORE_GATE;
import static vn.lienvien.transfer.journey.domain.Contradiction.LIVE_AFTER_DEATH;
import static vn.lienvien.transfer.journey.domain.Contradiction.OUT_OF_ORDER;
import static vn.lienvien.transfer.journey.domain.Contradiction.UNUSUAL_READING;
import static vn.lienvien.transfer.journey.domain.Expected.changed;
import static vn.lienvien.transfer.journey.domain.Expected.flagged;
import static vn.lienvien.transfer.journey.domain.Expected.movedTo;
import static vn.lienvien.transfer.journey.domain.Expected.unchanged;
import static vn.lienvien.transfer.journey.domain.Fixtures.ANOTHER_OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY_ICU;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD_ICU;
import static vn.lienvien.transfer.journey.domain.Fixtures.OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.PLACE;
import static vn.lienvien.transfer.journey.domain.Fixtures.TWO;
import static vn.lienvien.transfer.journey.domain.Fixtures.VINH_LONG;
import static vn.lienvien.transfer.journey.domain.Fixtures.consulting;
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
import vn.lienvien.transfer.journey.domain.JourneyEvent.OutcomeRecorded;
import vn.lienvien.transfer.journey.domain.JourneyEvent.PatientArrived;
import vn.lienvien.transfer.journey.domain.JourneyEvent.PatientDeparted;
import vn.lienvien.transfer.journey.domain.JourneyEvent.PatientHandedOver;
import vn.lienvien.transfer.journey.domain.JourneyEvent.PatientStopped;
import vn.lienvien.transfer.journey.domain.JourneyEvent.PatientTurnedBack;
import vn.lienvien.transfer.journey.domain.JourneyEvent.PlacementSought;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TeamMoved;
import vn.lienvien.transfer.journey.domain.JourneyEvent.TransferEnded;
import vn.lienvien.transfer.journey.domain.JourneyState.Accepted;
import vn.lienvien.transfer.journey.domain.JourneyState.Arrived;
import vn.lienvien.transfer.journey.domain.JourneyState.Ended;
import vn.lienvien.transfer.journey.domain.JourneyState.HandedOver;
import vn.lienvien.transfer.journey.domain.JourneyState.InTransit;
import vn.lienvien.transfer.journey.domain.JourneyState.Seeking;
import vn.lienvien.transfer.journey.domain.StateTable.Column;

/** Every fact in every situation, when nothing later is known. */
final class FactTables {

    private static final Diversion STRAIGHT = new Diversion.None();
    private static final Diversion SOUGHT = new Diversion.Seeking();

    private FactTables() {}

    static StateTable table() {
        var table = new StateTable("State × fact");
        departed(table);
        arrived(table);
        turnedBack(table);
        stopped(table);
        handedOver(table);
        ends(table);
        outcomes(table);
        team(table);
        return table;
    }

    private static void departed(StateTable table) {
        fact(table, "departed", new Fact.Departed())
                .in(left(DEPARTED_BEFORE_ACCEPTED, null, SOUGHT), SEEKING, WAITING)
                .in(left(DEPARTED_BEFORE_ACCEPTED, null, new Diversion.Offered(OFFER)), OFFERED)
                .in(
                        left(
                                DEPARTED_BEFORE_ACCEPTED,
                                null,
                                new Diversion.Offered(consulting(OFFER))),
                        CONSULTING)
                .in(left(LEFT_BEFORE_GATE, PLACE, STRAIGHT), ACCEPTED)
                .in(
                        changed(
                                movedTo(new InTransit(PLACE, STRAIGHT, null), Milestone.DEPARTED),
                                new PatientDeparted(true, true, ONE)),
                        READY,
                        STOPPED)
                .in(
                        unchanged(),
                        ON_THE_ROAD,
                        DIVERTING,
                        DIVERSION_OFFERED,
                        NO_PLACE_YET,
                        LEFT_AGAIN)
                .in(left(OUT_OF_ORDER, null, STRAIGHT), ARRIVED)
                .in(unchanged(OUT_OF_ORDER), HANDED_OVER)
                .in(left(DEPARTED_AFTER_END, null, STRAIGHT), ENDED)
                .in(unchanged(LIVE_AFTER_DEATH), DIED);
    }

    private static Function<Transfer, Outcome> left(
            Contradiction flag, Place place, Diversion diversion) {
        return flagged(
                flag,
                movedTo(new InTransit(place, diversion, null), Milestone.DEPARTED),
                new PatientDeparted(false, place != null, ONE));
    }

    private static void arrived(StateTable table) {
        var here = movedTo(new Arrived(HTD, HTD_ICU), Milestone.ARRIVED);
        var arrived = new PatientArrived(HTD, HTD_ICU, ONE);
        fact(table, "arrived where expected", new Fact.Arrived(HTD, HTD_ICU))
                .in(
                        flagged(ARRIVED_ELSEWHERE, here, arrived),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        NO_PLACE_YET,
                        LEFT_AGAIN)
                .in(
                        changed(here, arrived),
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED)
                .in(unchanged(), ARRIVED, HANDED_OVER)
                .in(flagged(ARRIVED_AFTER_END, here, arrived), ENDED)
                .in(unchanged(LIVE_AFTER_DEATH), DIED);
        var there = movedTo(new Arrived(CHO_RAY, CHO_RAY_ICU), Milestone.ARRIVED);
        var elsewhere = new PatientArrived(CHO_RAY, CHO_RAY_ICU, ONE);
        fact(table, "arrived elsewhere", new Fact.Arrived(CHO_RAY, CHO_RAY_ICU))
                .in(
                        flagged(ARRIVED_ELSEWHERE, there, elsewhere),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED,
                        NO_PLACE_YET,
                        LEFT_AGAIN,
                        ARRIVED)
                .in(unchanged(OUT_OF_ORDER), HANDED_OVER)
                .in(flagged(ARRIVED_AFTER_END, there, elsewhere), ENDED)
                .in(unchanged(LIVE_AFTER_DEATH), DIED);
    }

    private static void turnedBack(StateTable table) {
        UnaryOperator<Transfer> anew =
                t -> movedTo(new Seeking()).apply(t.askingAnew(t.search(), new Seeking()));
        UnaryOperator<Transfer> seen = t -> t.with(t.chronicle().patientSeenAt(ONE));
        var back = new PatientTurnedBack(false, ONE);
        var sought = new PlacementSought(SoughtBecause.TURNED_BACK);
        fact(table, "turned back, the place is kept", new Fact.TurnedBack(true))
                .in(changed(seen), SEEKING, OFFERED, CONSULTING, WAITING, ACCEPTED, READY, ENDED)
                .in(
                        changed(movedTo(new Accepted(PLACE)), new PatientTurnedBack(true, ONE)),
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED)
                .in(changed(anew, back, sought), NO_PLACE_YET, LEFT_AGAIN)
                .in(flagged(OUT_OF_ORDER, anew, back, sought), ARRIVED)
                .in(unchanged(OUT_OF_ORDER), HANDED_OVER)
                .in(unchanged(), DIED);
        fact(table, "turned back, the place is given up", new Fact.TurnedBack(false))
                .in(changed(seen), SEEKING, OFFERED, CONSULTING, WAITING, ENDED)
                .in(
                        changed(anew, back, sought),
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED,
                        NO_PLACE_YET,
                        LEFT_AGAIN)
                .in(flagged(OUT_OF_ORDER, anew, back, sought), ARRIVED)
                .in(unchanged(OUT_OF_ORDER), HANDED_OVER)
                .in(unchanged(), DIED);
    }

    private static void stopped(StateTable table) {
        var stop = new PatientStopped(VINH_LONG, ONE);
        fact(table, "emergency stop", new Fact.EmergencyStop(VINH_LONG))
                .in(
                        flagged(
                                DEPARTED_BEFORE_ACCEPTED,
                                movedTo(new InTransit(null, SOUGHT, VINH_LONG)),
                                stop),
                        SEEKING,
                        WAITING)
                .in(
                        flagged(
                                DEPARTED_BEFORE_ACCEPTED,
                                movedTo(
                                        new InTransit(
                                                null, new Diversion.Offered(OFFER), VINH_LONG)),
                                stop),
                        OFFERED)
                .in(
                        flagged(
                                DEPARTED_BEFORE_ACCEPTED,
                                movedTo(
                                        new InTransit(
                                                null,
                                                new Diversion.Offered(consulting(OFFER)),
                                                VINH_LONG)),
                                stop),
                        CONSULTING)
                .in(
                        flagged(
                                LEFT_BEFORE_GATE,
                                movedTo(new InTransit(PLACE, STRAIGHT, VINH_LONG)),
                                stop),
                        ACCEPTED)
                .in(
                        changed(movedTo(new InTransit(PLACE, STRAIGHT, VINH_LONG)), stop),
                        READY,
                        ON_THE_ROAD)
                .in(unchanged(), STOPPED)
                .in(changed(movedTo(new InTransit(PLACE, SOUGHT, VINH_LONG)), stop), DIVERTING)
                .in(
                        changed(
                                movedTo(
                                        new InTransit(
                                                PLACE,
                                                new Diversion.Offered(
                                                        Offers.NONE.with(ANOTHER_OFFER)),
                                                VINH_LONG)),
                                stop),
                        DIVERSION_OFFERED)
                .in(
                        changed(
                                movedTo(
                                        new InTransit(
                                                null, new Diversion.Offered(OFFER), VINH_LONG)),
                                stop),
                        NO_PLACE_YET)
                .in(changed(movedTo(new InTransit(null, STRAIGHT, VINH_LONG)), stop), LEFT_AGAIN)
                .in(unchanged(OUT_OF_ORDER), ARRIVED, HANDED_OVER)
                .in(
                        flagged(
                                DEPARTED_AFTER_END,
                                movedTo(new InTransit(null, STRAIGHT, VINH_LONG)),
                                stop),
                        ENDED)
                .in(unchanged(LIVE_AFTER_DEATH), DIED);
    }

    private static void handedOver(StateTable table) {
        var taken = movedTo(new HandedOver(HTD), Milestone.HANDED_OVER);
        var arrived = new PatientArrived(HTD, null, ONE);
        var done = new PatientHandedOver(HTD, ONE);
        fact(table, "handed over", new Fact.HandedOver(HTD))
                .in(
                        flagged(HANDED_OVER_BEFORE_ARRIVAL, taken, arrived, done),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED,
                        NO_PLACE_YET,
                        LEFT_AGAIN)
                .in(changed(taken, done), ARRIVED)
                .in(unchanged(), HANDED_OVER)
                .in(flagged(ARRIVED_AFTER_END, taken, arrived, done), ENDED)
                .in(unchanged(LIVE_AFTER_DEATH), DIED);
    }

    private static void ends(StateTable table) {
        var died = new TransferEnded(EndKind.DIED, ONE);
        fact(table, "died", new Fact.Died())
                .in(
                        changed(
                                movedTo(new Ended(EndKind.DIED, null, null), Milestone.ENDED),
                                died),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        NO_PLACE_YET,
                        LEFT_AGAIN)
                .in(
                        changed(movedTo(new Ended(EndKind.DIED, null, HTD), Milestone.ENDED), died),
                        ARRIVED)
                .in(
                        changed(
                                movedTo(new Ended(EndKind.DIED, PLACE, VINH_LONG), Milestone.ENDED),
                                died),
                        STOPPED)
                .in(
                        changed(
                                movedTo(new Ended(EndKind.DIED, PLACE, null), Milestone.ENDED),
                                died),
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        DIVERTING,
                        DIVERSION_OFFERED)
                .in(
                        changed(
                                t -> t.with(t.chronicle().ending(PatientOutcome.DIED, ONE)),
                                new OutcomeRecorded(PatientOutcome.DIED, ONE)),
                        HANDED_OVER,
                        ENDED)
                .in(unchanged(), DIED);
        var taken = new TransferEnded(EndKind.TAKEN_BY_ANOTHER, ONE);
        fact(table, "taken by another hospital", new Fact.WentOtherwise(EndKind.TAKEN_BY_ANOTHER))
                .in(
                        changed(
                                movedTo(
                                        new Ended(EndKind.TAKEN_BY_ANOTHER, null, null),
                                        Milestone.ENDED),
                                taken),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        NO_PLACE_YET,
                        LEFT_AGAIN)
                .in(
                        changed(
                                movedTo(
                                        new Ended(EndKind.TAKEN_BY_ANOTHER, null, HTD),
                                        Milestone.ENDED),
                                taken),
                        ARRIVED)
                .in(
                        changed(
                                movedTo(
                                        new Ended(EndKind.TAKEN_BY_ANOTHER, PLACE, VINH_LONG),
                                        Milestone.ENDED),
                                taken),
                        STOPPED)
                .in(
                        changed(
                                movedTo(
                                        new Ended(EndKind.TAKEN_BY_ANOTHER, PLACE, null),
                                        Milestone.ENDED),
                                taken),
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        DIVERTING,
                        DIVERSION_OFFERED)
                .in(unchanged(OUT_OF_ORDER), HANDED_OVER)
                .in(changed(movedTo(new Ended(EndKind.TAKEN_BY_ANOTHER, null, null)), taken), ENDED)
                .in(unchanged(LIVE_AFTER_DEATH), DIED);
    }

    private static void outcomes(StateTable table) {
        UnaryOperator<Transfer> weaned =
                t -> t.with(t.chronicle().ending(PatientOutcome.WEANED, ONE));
        var told = new OutcomeRecorded(PatientOutcome.WEANED, ONE);
        fact(table, "outcome known: weaned", new Fact.OutcomeKnown(PatientOutcome.WEANED))
                .in(
                        flagged(OUT_OF_ORDER, weaned, told),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED,
                        NO_PLACE_YET,
                        LEFT_AGAIN,
                        ARRIVED)
                .in(changed(weaned, told), HANDED_OVER, ENDED)
                .in(unchanged(LIVE_AFTER_DEATH), DIED);
        fact(table, "reading", new Fact.Reading(Fact.Reading.Says.USUAL))
                .in(unchanged(), Situation.values());
        fact(table, "unusual reading", new Fact.Reading(Fact.Reading.Says.UNUSUAL))
                .in(unchanged(UNUSUAL_READING), Situation.values());
        fact(table, "circuit stands still", new Fact.Reading(Fact.Reading.Says.CIRCUIT_STOPPED))
                .in(
                        unchanged(CIRCUIT_STOPPED),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED,
                        NO_PLACE_YET,
                        LEFT_AGAIN,
                        ARRIVED)
                .in(unchanged(UNUSUAL_READING), HANDED_OVER, ENDED, DIED);
    }

    private static void team(StateTable table) {
        teamFact(
                table,
                "team left",
                new Fact.TeamLeft(HTD),
                TeamState.ON_THE_WAY,
                Milestone.TEAM_LEFT);
        teamFact(
                table,
                "team at bedside",
                new Fact.TeamAtBedside(HTD),
                TeamState.AT_BEDSIDE,
                Milestone.TEAM_AT_BEDSIDE);
        teamFact(
                table,
                "cannulated",
                new Fact.Cannulated(HTD),
                TeamState.CANNULATED,
                Milestone.CANNULATED);
        teamFact(table, "team staying", new Fact.TeamStaying(HTD), TeamState.STAYING);
        fact(table, "team turned back that nobody called", new Fact.TeamTurnedBack(HTD))
                .in(unchanged(), Situation.values());
    }

    private static void teamFact(
            StateTable table,
            String name,
            Fact.OfTeam fact,
            TeamState reached,
            Milestone... milestones) {
        UnaryOperator<Transfer> moved =
                t -> {
                    var next = t.with(t.team().moved(reached, HTD));
                    for (var milestone : milestones) {
                        next = next.reached(milestone, ONE);
                    }
                    return next.with(next.chronicle().teamSeenAt(ONE));
                };
        fact(table, name, fact)
                .in(changed(moved, new TeamMoved(HTD, reached, ONE)), Situation.values());
    }

    private static Column fact(StateTable table, String name, Fact fact) {
        return table.column(name, fact, transfer -> transfer.record(fact, ONE, TWO));
    }
}
