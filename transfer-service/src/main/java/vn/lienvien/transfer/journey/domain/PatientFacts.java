package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vn.lienvien.transfer.journey.domain.JourneyState.Accepted;
import vn.lienvien.transfer.journey.domain.JourneyState.Arrived;
import vn.lienvien.transfer.journey.domain.JourneyState.Consulting;
import vn.lienvien.transfer.journey.domain.JourneyState.Ended;
import vn.lienvien.transfer.journey.domain.JourneyState.HandedOver;
import vn.lienvien.transfer.journey.domain.JourneyState.InTransit;
import vn.lienvien.transfer.journey.domain.JourneyState.Offered;
import vn.lienvien.transfer.journey.domain.JourneyState.Ready;
import vn.lienvien.transfer.journey.domain.JourneyState.Seeking;
import vn.lienvien.transfer.journey.domain.JourneyState.Waiting;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Recorded;

/** A fact about the patient with nothing later known: the journey moves to what happened. */
final class PatientFacts {

    private static final Diversion STRAIGHT = new Diversion.None();

    private PatientFacts() {}

    static Recorded record(Transfer transfer, Fact.OfPatient fact, Instant at) {
        if (FactRules.isDead(transfer)) {
            return afterDeath(transfer, fact);
        }
        return switch (fact) {
            case Fact.Departed _ -> departed(transfer, at);
            case Fact.Arrived(Organisation where, Unit unit) -> arrived(transfer, where, unit, at);
            case Fact.TurnedBack(boolean keepsPlace) -> turnedBack(transfer, keepsPlace, at);
            case Fact.EmergencyStop(Organisation where) -> stopped(transfer, where, at);
            case Fact.HandedOver(Organisation to) -> handedOver(transfer, to, at);
            case Fact.Died _ ->
                    transfer.state().live()
                            ? seen(Ending.of(transfer, EndKind.DIED, at), at)
                            : FactRules.outcome(transfer, PatientOutcome.DIED, at);
            case Fact.WentOtherwise(EndKind kind) -> wentOtherwise(transfer, kind, at);
        };
    }

    private static Recorded afterDeath(Transfer transfer, Fact.OfPatient fact) {
        return fact instanceof Fact.Died || fact instanceof Fact.TurnedBack
                ? transfer.asBefore()
                : transfer.asBefore().flagged(Contradiction.LIVE_AFTER_DEATH);
    }

    private static Recorded departed(Transfer transfer, Instant at) {
        return switch (transfer.state()) {
            case InTransit(Place _, Diversion _, Organisation stop) when stop == null ->
                    transfer.asBefore();
            case HandedOver _ -> transfer.asBefore().flagged(Contradiction.OUT_OF_ORDER);
            case Seeking _,
                    Offered _,
                    Consulting _,
                    Waiting _,
                    Accepted _,
                    Ready _,
                    InTransit _,
                    Arrived _,
                    Ended _ -> {
                var road = onTheRoad(transfer.state(), null);
                boolean gatePassed =
                        transfer.state() instanceof Ready || transfer.state() instanceof InTransit;
                yield moved(
                        transfer.in(road).with(leaving(transfer, at)),
                        at,
                        flagsOfLeaving(transfer.state()),
                        new JourneyEvent.PatientDeparted(gatePassed, road.place() != null, at));
            }
        };
    }

    /** Who goes on after a stop left the sending hospital before. */
    private static Chronicle leaving(Transfer transfer, Instant at) {
        return transfer.state() instanceof InTransit
                ? transfer.chronicle().filled(Milestone.DEPARTED, at)
                : transfer.chronicle().reached(Milestone.DEPARTED, at);
    }

    private static Recorded stopped(Transfer transfer, Organisation where, Instant at) {
        return switch (transfer.state()) {
            case InTransit(Place _, Diversion _, Organisation same) when where.equals(same) ->
                    transfer.asBefore();
            case Arrived _, HandedOver _ -> transfer.asBefore().flagged(Contradiction.OUT_OF_ORDER);
            case Seeking _,
                    Offered _,
                    Consulting _,
                    Waiting _,
                    Accepted _,
                    Ready _,
                    InTransit _,
                    Ended _ ->
                    moved(
                            transfer.in(onTheRoad(transfer.state(), where)),
                            at,
                            flagsOfLeaving(transfer.state()),
                            new JourneyEvent.PatientStopped(where, at));
        };
    }

    private static InTransit onTheRoad(JourneyState from, Organisation stop) {
        return switch (from) {
            case Seeking _, Waiting _ -> new InTransit(null, new Diversion.Seeking(), stop);
            case Offered(Offers offers) -> new InTransit(null, offers.asDiversion(), stop);
            case Consulting(Offers offers) -> new InTransit(null, offers.asDiversion(), stop);
            case Accepted(Place place) -> new InTransit(place, STRAIGHT, stop);
            case Ready(Place place, boolean _) -> new InTransit(place, STRAIGHT, stop);
            case InTransit(Place place, Diversion diversion, Organisation _) ->
                    new InTransit(place, diversion, stop);
            // where to is for people to say: nothing is searched for by itself
            case Arrived _, HandedOver _, Ended _ -> new InTransit(null, STRAIGHT, stop);
        };
    }

    private static List<Contradiction> flagsOfLeaving(JourneyState from) {
        return switch (from) {
            case Seeking _, Offered _, Consulting _, Waiting _ ->
                    List.of(Contradiction.DEPARTED_BEFORE_ACCEPTED);
            case Accepted _ -> List.of(Contradiction.LEFT_BEFORE_GATE);
            case Ready _, InTransit _ -> List.of();
            case Arrived _, HandedOver _ -> List.of(Contradiction.OUT_OF_ORDER);
            case Ended _ -> List.of(Contradiction.DEPARTED_AFTER_END);
        };
    }

    private static Recorded arrived(Transfer transfer, Organisation where, Unit unit, Instant at) {
        return switch (transfer.state()) {
            case Arrived(Organisation same, Unit known)
                    when same.equals(where) && (unit == null || unit.equals(known)) ->
                    transfer.asBefore();
            case HandedOver(Organisation same) when same.equals(where) -> transfer.asBefore();
            case HandedOver _ -> transfer.asBefore().flagged(Contradiction.OUT_OF_ORDER);
            case Seeking _,
                    Offered _,
                    Consulting _,
                    Waiting _,
                    Accepted _,
                    Ready _,
                    InTransit _,
                    Arrived _,
                    Ended _ ->
                    moved(
                            transfer.in(new Arrived(where, unit)).with(coming(transfer, where, at)),
                            at,
                            flagsOfArriving(transfer.state(), where),
                            new JourneyEvent.PatientArrived(where, unit, at));
        };
    }

    /** Who is brought to another unit of the hospital came there before. */
    private static Chronicle coming(Transfer transfer, Organisation where, Instant at) {
        return transfer.state() instanceof Arrived(Organisation same, Unit _) && same.equals(where)
                ? transfer.chronicle().filled(Milestone.ARRIVED, at)
                : transfer.chronicle().reached(Milestone.ARRIVED, at);
    }

    private static Recorded handedOver(Transfer transfer, Organisation to, Instant at) {
        var done = transfer.in(new HandedOver(to)).reached(Milestone.HANDED_OVER, at);
        var taken = new JourneyEvent.PatientHandedOver(to, at);
        return switch (transfer.state()) {
            case Arrived(Organisation where, Unit _) when where.equals(to) ->
                    moved(done, at, List.of(), taken);
            case HandedOver(Organisation same) when same.equals(to) -> transfer.asBefore();
            case HandedOver _ -> transfer.asBefore().flagged(Contradiction.OUT_OF_ORDER);
            case Arrived _, Ended _ ->
                    moved(
                            done,
                            at,
                            flagsOfArriving(transfer.state(), to),
                            new JourneyEvent.PatientArrived(to, null, at),
                            taken);
            case Seeking _, Offered _, Consulting _, Waiting _, Accepted _, Ready _, InTransit _ ->
                    moved(
                            done,
                            at,
                            List.of(Contradiction.HANDED_OVER_BEFORE_ARRIVAL),
                            new JourneyEvent.PatientArrived(to, null, at),
                            taken);
        };
    }

    private static List<Contradiction> flagsOfArriving(JourneyState from, Organisation where) {
        if (from instanceof Ended) {
            return List.of(Contradiction.ARRIVED_AFTER_END);
        }
        boolean expected =
                from.confirmed().map(place -> place.organisation().equals(where)).orElse(false)
                        || (from instanceof Arrived(Organisation same, Unit _)
                                && same.equals(where));
        return expected ? List.of() : List.of(Contradiction.ARRIVED_ELSEWHERE);
    }

    private static Recorded turnedBack(Transfer transfer, boolean keepsPlace, Instant at) {
        return switch (transfer.state()) {
            case Seeking _, Offered _, Consulting _, Waiting _, Ended _ -> backUnseen(transfer, at);
            case HandedOver _ -> transfer.asBefore().flagged(Contradiction.OUT_OF_ORDER);
            case Accepted _, Ready _ ->
                    keepsPlace ? backUnseen(transfer, at) : backToSeeking(transfer, List.of(), at);
            case InTransit(Place place, Diversion _, Organisation _)
                    when keepsPlace && place != null ->
                    moved(
                            transfer.in(new Accepted(place)).with(Automation.RUNNING),
                            at,
                            List.of(),
                            new JourneyEvent.PatientTurnedBack(true, at));
            case InTransit _ -> backToSeeking(transfer, List.of(), at);
            case Arrived _ -> backToSeeking(transfer, List.of(Contradiction.OUT_OF_ORDER), at);
        };
    }

    /**
     * Nobody has told of the leaving yet; when its log comes in, it is over. Once something is
     * known of the road, this is more likely told twice.
     */
    private static Recorded backUnseen(Transfer transfer, Instant at) {
        return transfer.chronicle().lastFact() == null
                ? seen(transfer.telling(), at)
                : transfer.asBefore();
    }

    private static Recorded backToSeeking(
            Transfer transfer, List<Contradiction> flags, Instant at) {
        return moved(
                transfer.askingAnew(transfer.search(), new Seeking()),
                at,
                flags,
                new JourneyEvent.PatientTurnedBack(false, at),
                new JourneyEvent.PlacementSought(SoughtBecause.TURNED_BACK));
    }

    private static Recorded wentOtherwise(Transfer transfer, EndKind kind, Instant at) {
        return switch (transfer.state()) {
            case Ended(EndKind same, Place _, Organisation _) when same == kind ->
                    transfer.asBefore();
            case HandedOver _ -> transfer.asBefore().flagged(Contradiction.OUT_OF_ORDER);
            case Ended(EndKind _, Place place, Organisation where) ->
                    moved(
                            transfer.in(new Ended(kind, place, where)),
                            at,
                            List.of(),
                            new JourneyEvent.TransferEnded(kind, at));
            case Seeking _,
                    Offered _,
                    Consulting _,
                    Waiting _,
                    Accepted _,
                    Ready _,
                    InTransit _,
                    Arrived _ ->
                    seen(Ending.of(transfer, kind, at), at);
        };
    }

    private static Changed moved(
            Transfer next, Instant at, List<Contradiction> flags, JourneyEvent... events) {
        return seen(new Changed(next, Arrays.asList(events), flags), at);
    }

    private static Changed seen(Changed changed, Instant at) {
        var next = changed.transfer();
        return new Changed(
                next.with(next.chronicle().patientSeenAt(at)), changed.events(), changed.flags());
    }
}
