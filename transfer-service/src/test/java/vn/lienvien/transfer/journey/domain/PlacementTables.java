package vn.lienvien.transfer.journey.domain;

import static vn.lienvien.transfer.journey.domain.Contradiction.CONFIRMED_AFTER_END;
import static vn.lienvien.transfer.journey.domain.Contradiction.CONFIRMED_WHILE_ELSEWHERE;
import static vn.lienvien.transfer.journey.domain.Contradiction.PLACEMENT_DISAGREES;
import static vn.lienvien.transfer.journey.domain.Expected.changed;
import static vn.lienvien.transfer.journey.domain.Expected.flagged;
import static vn.lienvien.transfer.journey.domain.Expected.stale;
import static vn.lienvien.transfer.journey.domain.Expected.to;
import static vn.lienvien.transfer.journey.domain.Expected.unchanged;
import static vn.lienvien.transfer.journey.domain.Fixtures.AGREED;
import static vn.lienvien.transfer.journey.domain.Fixtures.ANOTHER_OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.ANOTHER_PLACE;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD_ICU;
import static vn.lienvien.transfer.journey.domain.Fixtures.OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.PLACE;
import static vn.lienvien.transfer.journey.domain.Fixtures.THE_OFFER;
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
import vn.lienvien.transfer.journey.domain.JourneyEvent.PlacementSought;
import vn.lienvien.transfer.journey.domain.JourneyState.Accepted;
import vn.lienvien.transfer.journey.domain.JourneyState.Consulting;
import vn.lienvien.transfer.journey.domain.JourneyState.InTransit;
import vn.lienvien.transfer.journey.domain.JourneyState.Offered;
import vn.lienvien.transfer.journey.domain.JourneyState.Seeking;
import vn.lienvien.transfer.journey.domain.JourneyState.Waiting;
import vn.lienvien.transfer.journey.domain.PlacementNews.Released.Then;
import vn.lienvien.transfer.journey.domain.StateTable.Column;

/** Every placement event of the present attempt in every situation. */
final class PlacementTables {

    private static final Diversion STRAIGHT = new Diversion.None();
    private static final Diversion SOUGHT = new Diversion.Seeking();
    private static final Offers TWO_ASKED = Offers.NONE.with(ANOTHER_OFFER).with(THE_OFFER);
    private static final Situation[] OVER = {ENDED, DIED};

    private PlacementTables() {}

    static StateTable table() {
        var table = new StateTable("State × placement event");
        asked(table);
        consultation(table);
        confirmed(table);
        gone(table);
        lost(table);
        searching(table);
        paused(table);
        team(table);
        occupied(table);
        return table;
    }

    private static void asked(StateTable table) {
        asked(news(table, "slot held or offer made", new PlacementNews.Offered(THE_OFFER)));
        asked(news(table, "offer renewed", new PlacementNews.Renewed(THE_OFFER)));
        var open = Offers.NONE.with(THE_OFFER.open());
        UnaryOperator<Transfer> seen = t -> t.reached(Milestone.SEEN, ONE);
        news(table, "offer opened", new PlacementNews.Opened(THE_OFFER))
                .in(
                        changed(seen),
                        SEEKING,
                        CONSULTING,
                        WAITING,
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED,
                        LEFT_AGAIN,
                        ARRIVED,
                        HANDED_OVER)
                .in(changed(to(new Offered(open), Milestone.SEEN)), OFFERED)
                .in(
                        changed(
                                to(
                                        new InTransit(null, new Diversion.Offered(open), null),
                                        Milestone.SEEN)),
                        NO_PLACE_YET)
                .in(stale(), OVER);
    }

    private static Column asked(Column column) {
        return column.in(
                        changed(to(new Offered(OFFER), Milestone.OFFERED)),
                        SEEKING,
                        OFFERED,
                        WAITING)
                .in(
                        changed(
                                to(
                                        new Offered(
                                                Offers.NONE.with(THE_OFFER.running(true, false))),
                                        Milestone.OFFERED)),
                        CONSULTING)
                .in(
                        changed(
                                to(
                                        new InTransit(PLACE, new Diversion.Offered(OFFER), null),
                                        Milestone.OFFERED)),
                        DIVERTING)
                .in(
                        changed(
                                to(
                                        new InTransit(
                                                PLACE, new Diversion.Offered(TWO_ASKED), null),
                                        Milestone.OFFERED)),
                        DIVERSION_OFFERED)
                .in(
                        changed(
                                to(
                                        new InTransit(null, new Diversion.Offered(OFFER), null),
                                        Milestone.OFFERED)),
                        NO_PLACE_YET)
                .in(unchanged(PLACEMENT_DISAGREES), ACCEPTED, READY, ON_THE_ROAD, STOPPED)
                .in(unchanged(), LEFT_AGAIN, ARRIVED, HANDED_OVER)
                .in(stale(), OVER);
    }

    private static void consultation(StateTable table) {
        var talks = THE_OFFER.running(false, true);
        var both = Offers.NONE.with(ANOTHER_OFFER).with(THE_OFFER.running(true, true));
        var milestones = new Milestone[] {Milestone.OFFERED, Milestone.SEEN, Milestone.CONSULTED};
        news(table, "consulting", new PlacementNews.ConsultingStarted(talks))
                .in(
                        changed(to(new Consulting(consulting(OFFER)), milestones)),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING)
                .in(
                        changed(
                                to(
                                        new InTransit(
                                                PLACE,
                                                new Diversion.Offered(consulting(OFFER)),
                                                null),
                                        milestones)),
                        DIVERTING)
                .in(
                        changed(
                                to(
                                        new InTransit(PLACE, new Diversion.Offered(both), null),
                                        milestones)),
                        DIVERSION_OFFERED)
                .in(
                        changed(
                                to(
                                        new InTransit(
                                                null,
                                                new Diversion.Offered(consulting(OFFER)),
                                                null),
                                        milestones)),
                        NO_PLACE_YET)
                .in(unchanged(PLACEMENT_DISAGREES), ACCEPTED, READY, ON_THE_ROAD, STOPPED)
                .in(unchanged(), LEFT_AGAIN, ARRIVED, HANDED_OVER)
                .in(stale(), OVER);
    }

    private static void confirmed(StateTable table) {
        news(table, "slot confirmed", new PlacementNews.Confirmed(THE_OFFER))
                .in(
                        changed(to(new Accepted(PLACE), Milestone.ACCEPTED)),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING)
                .in(unchanged(), ACCEPTED, READY, ON_THE_ROAD, STOPPED)
                .in(changed(to(new InTransit(PLACE, STRAIGHT, null))), DIVERTING, DIVERSION_OFFERED)
                .in(
                        changed(to(new InTransit(PLACE, STRAIGHT, null), Milestone.ACCEPTED)),
                        NO_PLACE_YET,
                        LEFT_AGAIN)
                .in(changed(t -> t.reached(Milestone.ACCEPTED, ONE)), ARRIVED, HANDED_OVER)
                .in(unchanged(CONFIRMED_AFTER_END), OVER);
        var onward = new InTransit(ANOTHER_PLACE, STRAIGHT, null);
        news(table, "another slot confirmed", new PlacementNews.Confirmed(ANOTHER_OFFER))
                .in(
                        changed(to(new Accepted(ANOTHER_PLACE), Milestone.ACCEPTED)),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        ACCEPTED,
                        READY)
                .in(flagged(PLACEMENT_DISAGREES, to(onward, Milestone.ACCEPTED)), ON_THE_ROAD)
                .in(
                        flagged(
                                PLACEMENT_DISAGREES,
                                to(
                                        new InTransit(ANOTHER_PLACE, STRAIGHT, VINH_LONG),
                                        Milestone.ACCEPTED)),
                        STOPPED)
                .in(
                        changed(to(onward, Milestone.ACCEPTED)),
                        DIVERTING,
                        DIVERSION_OFFERED,
                        NO_PLACE_YET,
                        LEFT_AGAIN)
                .in(unchanged(CONFIRMED_WHILE_ELSEWHERE), ARRIVED, HANDED_OVER)
                .in(unchanged(CONFIRMED_AFTER_END), OVER);
    }

    private static void gone(StateTable table) {
        gone(news(table, "not now", new PlacementNews.NotNow(THE_OFFER)));
        gone(news(table, "offer lapsed", new PlacementNews.Lapsed(THE_OFFER)));
    }

    private static void gone(Column column) {
        column.in(changed(to(new Seeking())), OFFERED, CONSULTING)
                .in(changed(to(new InTransit(null, SOUGHT, null))), NO_PLACE_YET)
                .in(unchanged(), SEEKING, WAITING, LEFT_AGAIN, ARRIVED, HANDED_OVER)
                .in(
                        unchanged(PLACEMENT_DISAGREES),
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        DIVERTING,
                        DIVERSION_OFFERED)
                .in(stale(), OVER);
    }

    private static void lost(StateTable table) {
        lost(news(table, "slot withdrawn", new PlacementNews.Withdrawn(THE_OFFER)))
                .in(unchanged(PLACEMENT_DISAGREES), ARRIVED, HANDED_OVER);
        lost(news(
                        table,
                        "offer released, its place is gone",
                        new PlacementNews.Released(THE_OFFER, Then.SOUGHT_ANEW)))
                .in(unchanged(), ARRIVED, HANDED_OVER);
        givenUp(table);
        news(
                        table,
                        "offer released for another",
                        new PlacementNews.Released(THE_OFFER, Then.REPLACED))
                .in(changed(to(new Seeking())), OFFERED, CONSULTING)
                .in(
                        unchanged(),
                        SEEKING,
                        WAITING,
                        ACCEPTED,
                        READY,
                        LEFT_AGAIN,
                        ARRIVED,
                        HANDED_OVER)
                .in(changed(to(new InTransit(null, STRAIGHT, null))), ON_THE_ROAD)
                .in(changed(to(new InTransit(null, STRAIGHT, VINH_LONG))), STOPPED)
                .in(changed(to(new InTransit(null, SOUGHT, null))), DIVERTING, NO_PLACE_YET)
                .in(
                        changed(
                                to(
                                        new InTransit(
                                                null,
                                                new Diversion.Offered(
                                                        Offers.NONE.with(ANOTHER_OFFER)),
                                                null))),
                        DIVERSION_OFFERED)
                .in(stale(), OVER);
    }

    /** In the same attempt: bed-service has paused, and only a person asks for another place. */
    private static void givenUp(StateTable table) {
        var another = Offers.NONE.with(ANOTHER_OFFER);
        news(
                        table,
                        "offer released by a coordinator",
                        new PlacementNews.Released(THE_OFFER, Then.FOR_PEOPLE))
                .in(changed(to(new Seeking())), OFFERED, CONSULTING, ACCEPTED, READY)
                .in(unchanged(), SEEKING, WAITING, LEFT_AGAIN, ARRIVED, HANDED_OVER)
                .in(
                        changed(to(new InTransit(null, SOUGHT, null))),
                        ON_THE_ROAD,
                        DIVERTING,
                        NO_PLACE_YET)
                .in(changed(to(new InTransit(null, SOUGHT, VINH_LONG))), STOPPED)
                .in(
                        changed(to(new InTransit(null, new Diversion.Offered(another), null))),
                        DIVERSION_OFFERED)
                .in(stale(), OVER);
    }

    private static Column lost(Column column) {
        return column.in(changed(to(new Seeking())), OFFERED, CONSULTING)
                .in(unchanged(), SEEKING, WAITING, LEFT_AGAIN)
                .in(
                        changed(
                                t -> t.askingAnew(AGREED.atTopRank(), new Seeking()),
                                new PlacementSought(SoughtBecause.WITHDRAWN)),
                        ACCEPTED,
                        READY)
                .in(sought(null), ON_THE_ROAD, DIVERTING, DIVERSION_OFFERED)
                .in(sought(VINH_LONG), STOPPED)
                .in(changed(to(new InTransit(null, SOUGHT, null))), NO_PLACE_YET)
                .in(stale(), OVER);
    }

    private static Function<Transfer, Outcome> sought(Organisation stop) {
        return changed(
                t -> t.askingAnew(AGREED.atTopRank(), new InTransit(null, SOUGHT, stop)),
                new PlacementSought(SoughtBecause.DIVERSION));
    }

    private static void searching(StateTable table) {
        searching(news(table, "seeking resumed", new PlacementNews.Resumed()))
                .in(unchanged(), SEEKING)
                .in(changed(to(new Seeking())), OFFERED, CONSULTING, WAITING);
        searching(news(table, "waiting", new PlacementNews.Waiting(2)))
                .in(changed(to(new Waiting(2))), SEEKING, OFFERED, CONSULTING)
                .in(unchanged(), WAITING);
    }

    private static Column searching(Column column) {
        return column.in(unchanged(PLACEMENT_DISAGREES), ACCEPTED, READY, ON_THE_ROAD, STOPPED)
                .in(unchanged(), DIVERTING)
                .in(changed(to(new InTransit(PLACE, SOUGHT, null))), DIVERSION_OFFERED)
                .in(changed(to(new InTransit(null, SOUGHT, null))), NO_PLACE_YET)
                .in(unchanged(), LEFT_AGAIN, ARRIVED, HANDED_OVER)
                .in(stale(), OVER);
    }

    private static void paused(StateTable table) {
        paused(
                news(
                        table,
                        "automation paused",
                        new PlacementNews.Paused(Automation.ASKED_UNIT_LAPSED)),
                Automation.ASKED_UNIT_LAPSED);
        paused(
                news(table, "no such unit", new PlacementNews.UnitMissing()),
                Automation.UNIT_MISSING);
    }

    private static void paused(Column column, Automation because) {
        column.in(
                        changed(t -> t.with(because)),
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
                .in(unchanged(), ARRIVED, HANDED_OVER)
                .in(stale(), OVER);
    }

    private static void team(StateTable table) {
        news(table, "team asked", new PlacementNews.TeamAsked(CHO_RAY))
                .in(
                        changed(
                                t ->
                                        t.with(t.team().ask(CHO_RAY))
                                                .reached(Milestone.TEAM_ASKED, ONE)),
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
                        ARRIVED,
                        HANDED_OVER)
                .in(stale(), OVER);
        news(table, "no team left to ask", new PlacementNews.TeamsExhausted())
                .in(
                        unchanged(),
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
                        ARRIVED,
                        HANDED_OVER)
                .in(stale(), OVER);
    }

    private static void occupied(StateTable table) {
        news(table, "slot occupied", new PlacementNews.Occupied(HTD, HTD_ICU))
                .in(unchanged(), ARRIVED, HANDED_OVER)
                .in(
                        unchanged(PLACEMENT_DISAGREES),
                        SEEKING,
                        OFFERED,
                        CONSULTING,
                        WAITING,
                        ACCEPTED,
                        READY,
                        ON_THE_ROAD,
                        STOPPED,
                        LEFT_AGAIN)
                .in(
                        flagged(PLACEMENT_DISAGREES, to(new InTransit(PLACE, STRAIGHT, null))),
                        DIVERTING,
                        DIVERSION_OFFERED)
                .in(
                        flagged(PLACEMENT_DISAGREES, to(new InTransit(null, STRAIGHT, null))),
                        NO_PLACE_YET)
                .in(stale(), OVER);
    }

    private static Column news(StateTable table, String name, PlacementNews news) {
        return table.column(name, news, transfer -> transfer.follow(news, transfer.attempt(), ONE));
    }
}
