package vn.lienvien.bed.placement.domain;

import static vn.lienvien.bed.placement.domain.Outcome.changed;
import static vn.lienvien.bed.placement.domain.Outcome.refused;
import static vn.lienvien.bed.placement.domain.Outcome.unchanged;

import java.time.Duration;
import java.time.Instant;
import vn.lienvien.bed.placement.domain.Happened.NotNow;

/**
 * What an ICU answers: open ⇄ consulting → confirmed | not now | lapsed | released. Its clock is
 * {@code until}, null when it has none (an agreed destination, a team's own bed).
 */
public sealed interface Offer {

    Asked asked();

    record Open(Asked asked, Instant until, boolean opened) implements Offer, Live {}

    /**
     * @param resumesAt until then the clock stands still; {@code until} already contains the pause
     */
    record Consulting(Asked asked, Instant resumesAt, Instant until) implements Offer, Live {}

    /**
     * @param acceptedBy the doctor who took responsibility
     */
    record Confirmed(Asked asked, String acceptedBy) implements Offer {}

    record Declined(Asked asked, NotNow answer) implements Offer {}

    record Lapsed(Asked asked, boolean opened) implements Offer {}

    record Released(Asked asked, ReleasedBecause because) implements Offer {}

    /** The unit can still answer. */
    sealed interface Live {
        Asked asked();

        Instant until();

        default boolean lapsedAt(Instant now) {
            return until() != null && !now.isBefore(until());
        }
    }

    default OfferId id() {
        return asked().id();
    }

    default Outcome<Offer> opened(Instant now) {
        return switch (this) {
            case Live live when live.lapsedAt(now) -> refused(Refusal.HOLD_LAPSED);
            case Open(var it, var until, boolean before) when !before ->
                    changed(new Open(it, until, true), new Happened.OfferOpened(it, now));
            case Open _, Consulting _, Confirmed _ -> unchanged(this);
            case Declined _, Lapsed _, Released _ -> refused(whyOver());
        };
    }

    /** The clock stands still for {@code pause} from now; asking again moves the pause. */
    default Outcome<Offer> consulting(Duration pause, Instant now) {
        return switch (this) {
            case Live live when live.lapsedAt(now) -> refused(Refusal.HOLD_LAPSED);
            case Open(var it, var until, _) -> consults(it, until, now, pause, now);
            case Consulting(var it, var resumesAt, var until) ->
                    consults(it, until, resumesAt.isAfter(now) ? resumesAt : now, pause, now);
            case Confirmed _ -> refused(Refusal.ALREADY_CONFIRMED);
            case Declined _, Lapsed _, Released _ -> refused(whyOver());
        };
    }

    /** The clock runs anew; an offer without one has nothing to renew. */
    default Outcome<Offer> renew(Duration hold, Instant now) {
        return switch (this) {
            case Live live when live.lapsedAt(now) -> refused(Refusal.HOLD_LAPSED);
            case Live live when live.until() == null -> unchanged(this);
            case Live live ->
                    changed(
                            new Open(live.asked(), now.plus(hold), true),
                            new Happened.OfferRenewed(live.asked(), now, now.plus(hold)));
            case Confirmed _ -> refused(Refusal.ALREADY_CONFIRMED);
            case Declined _, Lapsed _, Released _ -> refused(whyOver());
        };
    }

    /** A higher class leaves no more time to answer than it gives; a pause is not cut short. */
    default Outcome<Offer> hasten(Duration hold, Instant now) {
        return switch (this) {
            case Open(var it, var until, var opened) when isLonger(until, now.plus(hold)) ->
                    changed(
                            new Open(it, now.plus(hold), opened),
                            new Happened.OfferRenewed(it, now, now.plus(hold)));
            case Consulting(var it, var resumesAt, var until)
                    when resumesAt.isAfter(now) && isLonger(until, resumesAt.plus(hold)) ->
                    changed(
                            new Consulting(it, resumesAt, resumesAt.plus(hold)),
                            new Happened.ConsultingStarted(
                                    it, now, resumesAt, resumesAt.plus(hold)));
            case Consulting(var it, var resumesAt, var until)
                    when !resumesAt.isAfter(now) && isLonger(until, now.plus(hold)) ->
                    changed(
                            new Open(it, now.plus(hold), true),
                            new Happened.OfferRenewed(it, now, now.plus(hold)));
            case Open _, Consulting _, Confirmed _, Declined _, Lapsed _, Released _ ->
                    unchanged(this);
        };
    }

    /** A doctor accepts; an offer without a slot takes the given seat. */
    default Outcome<Offer> confirm(String by, Seat seat, Instant now) {
        return switch (this) {
            case Live live when live.lapsedAt(now) -> refused(Refusal.HOLD_LAPSED);
            case Live live when live.asked().slot() != null ->
                    confirmed(live.asked(), by, new Seat(live.asked().slot(), false, false));
            case Live live -> confirmed(live.asked().in(seat.slot()), by, seat);
            case Confirmed _ -> unchanged(this);
            case Declined _, Lapsed _, Released _ -> refused(whyOver());
        };
    }

    default Outcome<Offer> notNow(NotNow answer, Instant now) {
        return switch (this) {
            case Live live when live.lapsedAt(now) -> refused(Refusal.HOLD_LAPSED);
            case Live live ->
                    changed(
                            new Declined(live.asked(), answer),
                            new Happened.OfferNotNow(live.asked(), answer));
            case Confirmed _ -> refused(Refusal.ALREADY_CONFIRMED);
            case Declined _ -> unchanged(this);
            case Lapsed _, Released _ -> refused(whyOver());
        };
    }

    /** Only what is due lapses; all else stays as it is, however often the sweeper asks. */
    default Outcome<Offer> lapse(Instant now) {
        return switch (this) {
            case Live live when live.lapsedAt(now) -> {
                boolean seen = !(live instanceof Open open) || open.opened();
                yield changed(
                        new Lapsed(live.asked(), seen),
                        new Happened.OfferLapsed(live.asked(), seen));
            }
            case Open _, Consulting _, Confirmed _, Declined _, Lapsed _, Released _ ->
                    unchanged(this);
        };
    }

    default Outcome<Offer> release(ReleasedBecause because) {
        return switch (this) {
            case Open _, Consulting _, Confirmed _ ->
                    changed(
                            new Released(asked(), because),
                            new Happened.OfferReleased(asked(), because));
            case Declined _, Lapsed _, Released _ -> unchanged(this);
        };
    }

    default Outcome<Offer> withdraw(WithdrawnBecause because) {
        return switch (this) {
            case Confirmed(var it, _) ->
                    changed(
                            new Released(it, ReleasedBecause.WITHDRAWN),
                            new Happened.SlotWithdrawn(it, because));
            case Released(_, var before) when before == ReleasedBecause.WITHDRAWN ->
                    unchanged(this);
            case Open _, Consulting _ -> refused(Refusal.NOT_CONFIRMED);
            case Declined _, Lapsed _, Released _ -> refused(whyOver());
        };
    }

    private static boolean isLonger(Instant until, Instant atMost) {
        return until != null && until.isAfter(atMost);
    }

    private static Outcome<Offer> consults(
            Asked it, Instant until, Instant running, Duration pause, Instant now) {
        var resumesAt = now.plus(pause);
        var later = until == null ? null : resumesAt.plus(Duration.between(running, until));
        return changed(
                new Consulting(it, resumesAt, later),
                new Happened.ConsultingStarted(it, now, resumesAt, later));
    }

    private static Outcome<Offer> confirmed(Asked it, String by, Seat seat) {
        return changed(
                new Confirmed(it, by),
                new Happened.SlotConfirmed(it, seat.extra(), seat.override()));
    }

    private Refusal whyOver() {
        return switch (this) {
            case Declined _ -> Refusal.OFFER_DECLINED;
            case Lapsed _ -> Refusal.HOLD_LAPSED;
            case Released _ -> Refusal.OFFER_RELEASED;
            case Open _, Consulting _, Confirmed _ -> throw new IllegalStateException("not over");
        };
    }
}
