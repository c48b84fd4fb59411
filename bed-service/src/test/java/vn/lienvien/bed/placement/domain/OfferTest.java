package vn.lienvien.bed.placement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.bed.placement.domain.Known.DOCTOR;
import static vn.lienvien.bed.placement.domain.Known.ELEVEN;
import static vn.lienvien.bed.placement.domain.Known.EXTRA;
import static vn.lienvien.bed.placement.domain.Known.HOUR;
import static vn.lienvien.bed.placement.domain.Known.HTD;
import static vn.lienvien.bed.placement.domain.Known.NOON;
import static vn.lienvien.bed.placement.domain.Known.ONE;
import static vn.lienvien.bed.placement.domain.Known.OURS;
import static vn.lienvien.bed.placement.domain.Known.PAUSE;
import static vn.lienvien.bed.placement.domain.Refusal.ALREADY_CONFIRMED;
import static vn.lienvien.bed.placement.domain.Refusal.HOLD_LAPSED;
import static vn.lienvien.bed.placement.domain.Refusal.NOT_CONFIRMED;
import static vn.lienvien.bed.placement.domain.Refusal.OFFER_DECLINED;
import static vn.lienvien.bed.placement.domain.Refusal.OFFER_RELEASED;
import static vn.lienvien.bed.placement.domain.Table.becomes;
import static vn.lienvien.bed.placement.domain.Table.refused;
import static vn.lienvien.bed.placement.domain.Table.same;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.bed.placement.domain.Happened.ConsultingStarted;
import vn.lienvien.bed.placement.domain.Happened.NotNow;
import vn.lienvien.bed.placement.domain.Happened.OfferLapsed;
import vn.lienvien.bed.placement.domain.Happened.OfferNotNow;
import vn.lienvien.bed.placement.domain.Happened.OfferOpened;
import vn.lienvien.bed.placement.domain.Happened.OfferReleased;
import vn.lienvien.bed.placement.domain.Happened.OfferRenewed;
import vn.lienvien.bed.placement.domain.Happened.SlotConfirmed;
import vn.lienvien.bed.placement.domain.Happened.SlotWithdrawn;

class OfferTest {

    private static final Asked HELD = Known.asked(OfferKind.SEARCH);
    private static final Asked SLOTLESS = new Asked(OURS, 1, OfferKind.AGREED, HTD, null, ELEVEN);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Seat SEAT = new Seat(EXTRA, true, false);
    private static final NotNow NO_STAFF =
            new NotNow(NotNowReason.NO_STAFFED_BED, List.of(), false);
    private static final Instant HALF_PAST_ELEVEN = ELEVEN.plus(Duration.ofMinutes(30));
    private static final Instant AT_TWO = NOON.plus(PAUSE);

    @ParameterizedTest
    @MethodSource("cells")
    void everyCommandAnswersInEveryState(Outcome<Offer> actual, Outcome<Offer> expected) {
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void noCellIsMissing() {
        assertThat(table().missingStates(Offer.class)).isEmpty();
        assertThat(table().missingCommands(Offer.class)).isEmpty();
    }

    static Stream<Arguments> cells() {
        return table().cells();
    }

    /**
     * Ten minutes of the offer were left when consulting began; at noon it is 11:30 + 120 min off.
     */
    static Table<Offer> table() {
        return new Table<Offer>()
                .state("open, not looked at", new Offer.Open(HELD, ONE, false))
                .state("open, looked at", new Offer.Open(HELD, ONE, true))
                .state("open, no clock, no slot", new Offer.Open(SLOTLESS, null, false))
                .state("open, its time is over", new Offer.Open(HELD, NOON, false))
                .state(
                        "consulting",
                        new Offer.Consulting(
                                HELD,
                                HALF_PAST_ELEVEN.plus(PAUSE),
                                HALF_PAST_ELEVEN.plus(PAUSE).plusSeconds(600)))
                .state("consulting, pause over", new Offer.Consulting(HELD, HALF_PAST_ELEVEN, ONE))
                .state(
                        "consulting, its time is over",
                        new Offer.Consulting(HELD, HALF_PAST_ELEVEN, NOON))
                .state("confirmed", new Offer.Confirmed(HELD, DOCTOR))
                .state("not now", new Offer.Declined(HELD, NO_STAFF))
                .state("lapsed", new Offer.Lapsed(HELD, false))
                .state("released", new Offer.Released(HELD, ReleasedBecause.ANOTHER_CONFIRMED))
                .state("withdrawn", new Offer.Released(HELD, ReleasedBecause.WITHDRAWN))
                .row(
                        "opened",
                        o -> o.opened(NOON),
                        becomes(new Offer.Open(HELD, ONE, true), new OfferOpened(HELD, NOON)),
                        same(),
                        becomes(
                                new Offer.Open(SLOTLESS, null, true),
                                new OfferOpened(SLOTLESS, NOON)),
                        refused(HOLD_LAPSED),
                        same(),
                        same(),
                        refused(HOLD_LAPSED),
                        same(),
                        refused(OFFER_DECLINED),
                        refused(HOLD_LAPSED),
                        refused(OFFER_RELEASED),
                        refused(OFFER_RELEASED))
                .row(
                        "consulting",
                        o -> o.consulting(PAUSE, NOON),
                        consults(HELD, AT_TWO.plus(HOUR)),
                        consults(HELD, AT_TWO.plus(HOUR)),
                        consults(SLOTLESS, null),
                        refused(HOLD_LAPSED),
                        consults(HELD, AT_TWO.plusSeconds(600)),
                        consults(HELD, AT_TWO.plus(HOUR)),
                        refused(HOLD_LAPSED),
                        refused(ALREADY_CONFIRMED),
                        refused(OFFER_DECLINED),
                        refused(HOLD_LAPSED),
                        refused(OFFER_RELEASED),
                        refused(OFFER_RELEASED))
                .row(
                        "renew",
                        o -> o.renew(HOUR, NOON),
                        renewed(),
                        renewed(),
                        same(),
                        refused(HOLD_LAPSED),
                        renewed(),
                        renewed(),
                        refused(HOLD_LAPSED),
                        refused(ALREADY_CONFIRMED),
                        refused(OFFER_DECLINED),
                        refused(HOLD_LAPSED),
                        refused(OFFER_RELEASED),
                        refused(OFFER_RELEASED))
                .row(
                        "hasten",
                        o -> o.hasten(FIVE_MINUTES, NOON),
                        hastened(false),
                        hastened(true),
                        same(),
                        same(),
                        becomes(
                                new Offer.Consulting(
                                        HELD,
                                        HALF_PAST_ELEVEN.plus(PAUSE),
                                        HALF_PAST_ELEVEN.plus(PAUSE).plus(FIVE_MINUTES)),
                                new ConsultingStarted(
                                        HELD,
                                        NOON,
                                        HALF_PAST_ELEVEN.plus(PAUSE),
                                        HALF_PAST_ELEVEN.plus(PAUSE).plus(FIVE_MINUTES))),
                        hastened(true),
                        same(),
                        same(),
                        same(),
                        same(),
                        same(),
                        same())
                .row(
                        "confirm",
                        o -> o.confirm(DOCTOR, SEAT, NOON),
                        confirmed(HELD, false),
                        confirmed(HELD, false),
                        confirmed(SLOTLESS.in(EXTRA), true),
                        refused(HOLD_LAPSED),
                        confirmed(HELD, false),
                        confirmed(HELD, false),
                        refused(HOLD_LAPSED),
                        same(),
                        refused(OFFER_DECLINED),
                        refused(HOLD_LAPSED),
                        refused(OFFER_RELEASED),
                        refused(OFFER_RELEASED))
                .row(
                        "notNow",
                        o -> o.notNow(NO_STAFF, NOON),
                        declined(HELD),
                        declined(HELD),
                        declined(SLOTLESS),
                        refused(HOLD_LAPSED),
                        declined(HELD),
                        declined(HELD),
                        refused(HOLD_LAPSED),
                        refused(ALREADY_CONFIRMED),
                        same(),
                        refused(HOLD_LAPSED),
                        refused(OFFER_RELEASED),
                        refused(OFFER_RELEASED))
                .row(
                        "lapse",
                        o -> o.lapse(NOON),
                        same(),
                        same(),
                        same(),
                        becomes(new Offer.Lapsed(HELD, false), new OfferLapsed(HELD, false)),
                        same(),
                        same(),
                        becomes(new Offer.Lapsed(HELD, true), new OfferLapsed(HELD, true)),
                        same(),
                        same(),
                        same(),
                        same(),
                        same())
                .row(
                        "release",
                        o -> o.release(ReleasedBecause.ENDED),
                        released(HELD),
                        released(HELD),
                        released(SLOTLESS),
                        released(HELD),
                        released(HELD),
                        released(HELD),
                        released(HELD),
                        released(HELD),
                        same(),
                        same(),
                        same(),
                        same())
                .row(
                        "withdraw",
                        o -> o.withdraw(WithdrawnBecause.NO_STAFF),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        becomes(
                                new Offer.Released(HELD, ReleasedBecause.WITHDRAWN),
                                new SlotWithdrawn(HELD, WithdrawnBecause.NO_STAFF)),
                        refused(OFFER_DECLINED),
                        refused(HOLD_LAPSED),
                        refused(OFFER_RELEASED),
                        same());
    }

    private static Function<Offer, Outcome<Offer>> consults(Asked it, Instant until) {
        return becomes(
                new Offer.Consulting(it, AT_TWO, until),
                new ConsultingStarted(it, NOON, AT_TWO, until));
    }

    private static Function<Offer, Outcome<Offer>> renewed() {
        return becomes(new Offer.Open(HELD, ONE, true), new OfferRenewed(HELD, NOON, ONE));
    }

    private static Function<Offer, Outcome<Offer>> hastened(boolean seen) {
        var until = NOON.plus(FIVE_MINUTES);
        return becomes(new Offer.Open(HELD, until, seen), new OfferRenewed(HELD, NOON, until));
    }

    private static Function<Offer, Outcome<Offer>> confirmed(Asked it, boolean extra) {
        return becomes(new Offer.Confirmed(it, DOCTOR), new SlotConfirmed(it, extra, false));
    }

    private static Function<Offer, Outcome<Offer>> declined(Asked it) {
        return becomes(new Offer.Declined(it, NO_STAFF), new OfferNotNow(it, NO_STAFF));
    }

    private static Function<Offer, Outcome<Offer>> released(Asked it) {
        return becomes(
                new Offer.Released(it, ReleasedBecause.ENDED),
                new OfferReleased(it, ReleasedBecause.ENDED));
    }
}
