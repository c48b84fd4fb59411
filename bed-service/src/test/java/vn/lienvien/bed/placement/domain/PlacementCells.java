package vn.lienvien.bed.placement.domain;

import static vn.lienvien.bed.placement.domain.Known.ANOTHER;
import static vn.lienvien.bed.placement.domain.Known.CHO_RAY;
import static vn.lienvien.bed.placement.domain.Known.DOCTOR;
import static vn.lienvien.bed.placement.domain.Known.ELEVEN;
import static vn.lienvien.bed.placement.domain.Known.EXTRA;
import static vn.lienvien.bed.placement.domain.Known.GIA_DINH;
import static vn.lienvien.bed.placement.domain.Known.HTD;
import static vn.lienvien.bed.placement.domain.Known.NOON;
import static vn.lienvien.bed.placement.domain.Known.ONE;
import static vn.lienvien.bed.placement.domain.Known.OURS;
import static vn.lienvien.bed.placement.domain.Known.PAUSE;
import static vn.lienvien.bed.placement.domain.Known.SECOND;
import static vn.lienvien.bed.placement.domain.Known.SLOT;
import static vn.lienvien.bed.placement.domain.Known.SLOT_2;
import static vn.lienvien.bed.placement.domain.Known.search;
import static vn.lienvien.bed.placement.domain.Known.theCase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.lienvien.bed.placement.domain.Allocations.Question;
import vn.lienvien.bed.placement.domain.Happened.NotNow;

/** The states and commands of a placement that the table of docs/placement-states.md is made of. */
final class PlacementCells {

    private static final Seat SEAT = new Seat(EXTRA, true, false);
    private static final Asked TO_CHO_RAY =
            new Asked(SECOND, 1, OfferKind.SEARCH, CHO_RAY, SLOT_2, NOON);
    private static final Asked BY_HAND = new Asked(SECOND, 2, OfferKind.ASK, CHO_RAY, SLOT_2, NOON);

    private static final Asked THIRD = new Asked(ANOTHER, 3, OfferKind.ASK, GIA_DINH, EXTRA, NOON);

    private PlacementCells() {}

    static Map<String, Placement> states() {
        var states = new LinkedHashMap<String, Placement>();
        states.put("seeking", at(new Stage.Seeking()));
        states.put("seeking, paused", paused(at(new Stage.Seeking())));
        states.put("offered (search)", offered(OfferKind.SEARCH, false));
        states.put("offered (search), looked at", offered(OfferKind.SEARCH, true));
        states.put("offered (search), paused", paused(offered(OfferKind.SEARCH, false)));
        states.put("offered (ask)", offered(OfferKind.ASK, false));
        states.put("offered (agreed)", offered(OfferKind.AGREED, false));
        states.put("offered to two", offeredToTwo());
        states.put("consulting", consulting());
        states.put("waiting", at(new Stage.Waiting()));
        states.put("confirmed", confirmed(new Stage.Confirmed(OURS)));
        states.put("diverting, seeking", confirmed(new Stage.Seeking()));
        states.put("diverting, offered", divertingOffered());
        states.put("occupied", confirmed(new Stage.Occupied(new Stage.Bed(HTD, SLOT))));
        states.put("arrived where no unit is registered", at(new Stage.Occupied(null)));
        states.put("withdrawn", withdrawn());
        states.put("ended", at(new Stage.Ended(null)));
        states.put(
                "ended after the patient had come",
                confirmed(new Stage.Ended(new Stage.Bed(HTD, SLOT))));
        states.put(
                "ended after the patient had come unannounced",
                at(new Stage.Ended(new Stage.Bed(HTD, EXTRA))));
        return states;
    }

    static Map<String, Function<Placement, Outcome<Placement>>> commands() {
        var commands = new LinkedHashMap<String, Function<Placement, Outcome<Placement>>>();
        commands.put("offer", p -> Allocations.offer(p, List.of(new Question(TO_CHO_RAY, ONE))));
        commands.put("await", p -> Allocations.await(p, 3));
        commands.put(
                "giveToPeople", p -> Allocations.giveToPeople(p, PausedBecause.ASKED_UNIT_NOT_NOW));
        commands.put(
                "askTeam",
                p -> Allocations.askTeam(p, GIA_DINH.organisation(), NOON.plusSeconds(120), NOON));
        commands.put("teamsExhausted", p -> Allocations.teamsExhausted(p, NOON));
        commands.put("opened", p -> p.opened(OURS, NOON));
        commands.put("consulting", p -> p.consulting(OURS, PAUSE, NOON));
        commands.put("renew", p -> p.renew(OURS, PAUSE, NOON));
        commands.put("confirm", p -> p.confirm(OURS, DOCTOR, SEAT, NOON));
        commands.put("confirm, at the instant it lapses", p -> p.confirm(OURS, DOCTOR, SEAT, ONE));
        commands.put("notNow", p -> p.notNow(OURS, no(), NOON));
        commands.put("withdraw", p -> p.withdraw(OURS, WithdrawnBecause.NO_STAFF));
        commands.put("lapse, before its time", p -> p.lapse(NOON));
        commands.put("lapse", p -> p.lapse(ONE.plus(PAUSE)));
        commands.put("offerByHand", p -> Steps.offerByHand(p, List.of(new Question(BY_HAND, ONE))));
        commands.put(
                "offerByHand, to two",
                p ->
                        Steps.offerByHand(
                                p, List.of(new Question(BY_HAND, ONE), new Question(THIRD, ONE))));
        commands.put("skip, not asked yet", p -> Steps.skip(p, CHO_RAY.unit()));
        commands.put("skip, being asked", p -> Steps.skip(p, HTD.unit()));
        commands.put("skip, again", p -> Steps.skip(p, GIA_DINH.unit()));
        commands.put("putFirst", p -> Steps.putFirst(p, true));
        commands.put("putFirst, back in line", p -> Steps.putFirst(p, false));
        commands.put("pause", Steps::pause);
        commands.put("resume", Steps::resume);
        commands.put("putBack", p -> Steps.putBack(p, GIA_DINH.unit()));
        commands.put("release", Steps::release);
        commands.put("closeSlot", p -> Steps.closeSlot(p, SLOT, WithdrawnBecause.UNIT_CLOSED));
        commands.put(
                "askAnew",
                p -> Facts.askAnew(p, theCase(2), search(), SoughtBecause.NEEDS_CHANGED));
        commands.put(
                "askAnew, withdrawn",
                p -> Facts.askAnew(p, theCase(2), search(), SoughtBecause.WITHDRAWN));
        commands.put(
                "askAnew, diversion",
                p -> Facts.askAnew(p, theCase(2), search(), SoughtBecause.DIVERSION));
        commands.put(
                "askAnew, stale attempt",
                p -> Facts.askAnew(p, theCase(1), search(), SoughtBecause.NEEDS_CHANGED));
        commands.put(
                "urgency, a red alert",
                p -> Facts.urgency(p, Urgency.U0, true, HoldRules.PROPOSED, NOON));
        commands.put(
                "urgency, planned",
                p -> Facts.urgency(p, Urgency.U3, true, HoldRules.PROPOSED, NOON));
        commands.put("teamRequested", p -> Facts.teamRequested(p, CHO_RAY.organisation()));
        commands.put(
                "teamAnswered, goes", p -> Facts.teamAnswered(p, GIA_DINH.organisation(), true));
        commands.put(
                "teamAnswered, cannot", p -> Facts.teamAnswered(p, GIA_DINH.organisation(), false));
        commands.put(
                "arrive, where expected",
                p -> Facts.arrive(p, HTD.organisation(), new Stage.Bed(HTD, EXTRA)));
        commands.put(
                "arrive, elsewhere",
                p -> Facts.arrive(p, GIA_DINH.organisation(), new Stage.Bed(GIA_DINH, EXTRA)));
        commands.put(
                "arrive, where no unit is registered",
                p -> Facts.arrive(p, new OrganisationId("bac-lieu"), null));
        commands.put("turnBack", Facts::turnBack);
        commands.put("end", p -> Facts.end(p, theCase(1)));
        commands.put("end, of a later attempt", p -> Facts.end(p, theCase(2)));
        commands.put("vacate", p -> Facts.vacate(p, SLOT));
        return commands;
    }

    private static NotNow no() {
        return new NotNow(NotNowReason.NO_STAFFED_BED, List.of(CHO_RAY.organisation()), true);
    }

    /** Gia Định has said not now in this attempt, and its team was called. */
    private static Placement at(Stage stage, Offer... offers) {
        return new Placement(
                theCase(1),
                search(),
                stage,
                null,
                List.of(offers),
                Set.of(GIA_DINH.unit()),
                TeamCall.NONE.ask(GIA_DINH.organisation(), NOON),
                ELEVEN,
                false);
    }

    private static Placement paused(Placement it) {
        return new Placement(
                it.of(),
                it.search(),
                it.stage(),
                PausedBecause.BY_COORDINATOR,
                it.offers(),
                it.excluded(),
                it.team(),
                it.queuedAt(),
                it.putFirst());
    }

    private static Placement offered(OfferKind kind, boolean opened) {
        return at(
                new Stage.Offered(),
                new Offer.Open(Known.asked(kind), kind.lapses() ? ONE : null, opened));
    }

    private static Placement offeredToTwo() {
        var other = new Asked(SECOND, 2, OfferKind.SEARCH, CHO_RAY, SLOT_2, ELEVEN);
        return at(
                new Stage.Offered(),
                new Offer.Open(Known.asked(OfferKind.SEARCH), ONE, false),
                new Offer.Open(other, ONE, false));
    }

    private static Placement consulting() {
        return at(
                new Stage.Offered(),
                new Offer.Consulting(Known.asked(OfferKind.SEARCH), NOON, ONE));
    }

    private static Placement confirmed(Stage stage) {
        return at(stage, new Offer.Confirmed(Known.asked(OfferKind.SEARCH), DOCTOR));
    }

    /** Ours is asked while Chợ Rẫy's confirmed place is kept. */
    private static Placement divertingOffered() {
        var kept = new Asked(SECOND, 1, OfferKind.SEARCH, CHO_RAY, SLOT_2, ELEVEN);
        return at(
                new Stage.Offered(),
                new Offer.Confirmed(kept, DOCTOR),
                new Offer.Open(Known.asked(OfferKind.SEARCH), ONE, false));
    }

    private static Placement withdrawn() {
        return at(
                new Stage.Withdrawn(),
                new Offer.Released(Known.asked(OfferKind.SEARCH), ReleasedBecause.WITHDRAWN));
    }
}
