package vn.lienvien.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.notification.obligation.Story.HTD;
import static vn.lienvien.notification.obligation.Story.NIGHT;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.PlacementEvent.ConsultingStartedV1;
import vn.lienvien.events.PlacementEvent.OfferRenewedV1;
import vn.lienvien.events.PlacementEvent.SlotHeldV1;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.events.Urgency;
import vn.lienvien.notification.obligation.domain.Kind;
import vn.lienvien.notification.obligation.domain.Obligation;
import vn.lienvien.notification.obligation.domain.Obligation.Alarming;
import vn.lienvien.notification.obligation.domain.Obligation.Open;

/**
 * A planned case becomes urgent while an offer stands. Its clock in bed-service may still be that
 * of a planned one, a day; here it is never longer than an urgent one, and a pause never longer
 * than itself, in whatever order the two topics are read.
 */
class RisingClassTest {

    private static final Story U3 = Story.of(Urgency.U3);
    private static final Story U1 = Story.of(Urgency.U1);
    private static final OfferRef OFFER = U3.offer(1, HTD);
    private static final Instant A_DAY_LATER = minutes(24 * 60);
    private static final int PAUSE = 120;
    private static final int CLASS = 15;

    private final Book book = new Book();

    @Test
    void consultingStopsTheClockForItsOwnTime() {
        heldAndRaised(0, 10);

        book.read(consulting(15, A_DAY_LATER.plusSeconds(PAUSE * 60)), minutes(15));

        assertThat(open().opening().due()).isEqualTo(minutes(10 + CLASS + PAUSE));
        assertThat(open().next()).isBetween(minutes(15 + PAUSE), minutes(10 + CLASS + PAUSE));
    }

    @Test
    void consultingThatIsReadLateStopsTheClockNoLonger() {
        heldAndRaised(0, 10);

        book.read(consulting(15, A_DAY_LATER.plusSeconds(PAUSE * 60)), minutes(100));

        assertThat(open().opening().due()).isEqualTo(minutes(10 + CLASS + PAUSE));
    }

    @Test
    void anAlarmBeginsAnewAfterConsultingInTheTimeOfItsClass() {
        heldAndRaised(0, 10);
        book.climb(minutes(60));
        assertThat(answer()).isInstanceOf(Alarming.class);

        book.read(consulting(60, A_DAY_LATER.plusSeconds(PAUSE * 60)), minutes(60));

        assertThat(open().opening().due()).isEqualTo(minutes(60 + PAUSE + CLASS));
        assertThat(open().next()).isBetween(minutes(60 + PAUSE), minutes(60 + PAUSE + CLASS));
    }

    @Test
    void whoeverConsultsWhenTheCaseBecomesUrgentGoesOnConsulting() {
        book.read(held(), minutes(0));
        book.read(consulting(10, A_DAY_LATER.plusSeconds(PAUSE * 60)), minutes(10));
        book.read(U3.becomes(Urgency.U1), minutes(30));

        assertThat(open().opening().due()).isEqualTo(minutes(10 + PAUSE + CLASS));
        assertThat(open().next()).isBetween(minutes(10 + PAUSE), minutes(10 + PAUSE + CLASS));
    }

    /** The rung after the last was told at once, since nobody was on duty. */
    @Test
    void inEveryOrderAnAlarmGoesOnStandingWhenTheClassLeavesLessTime() {
        List<PlacementEvent> cut = List.of(renewed(U1, 10, minutes(10 + CLASS + 5)));
        for (var way : Book.interleavings(List.of(U3.becomes(Urgency.U1)), cut)) {
            var alarming = new Book();
            alarming.read(held(), minutes(0));
            alarming.findNobodyThere(minutes(1));

            way.forEach(event -> alarming.read(event, minutes(10)));

            assertThat(answer(alarming))
                    .as("%s", way)
                    .isInstanceOfSatisfying(
                            Alarming.class,
                            it -> {
                                assertThat(it.since()).isEqualTo(minutes(1));
                                assertThat(it.opening().due())
                                        .isBetween(minutes(10 + CLASS), minutes(10 + CLASS + 5));
                            });
        }
    }

    @Test
    void aRenewalBeforeTheRiseWasKnownThereGivesNoMoreThanTheTimeOfTheClass() {
        heldAndRaised(0, 10);

        book.read(renewed(U3, 12, A_DAY_LATER), minutes(20));

        assertThat(open().opening().due()).isEqualTo(minutes(20 + CLASS));
        book.climb(minutes(60));
        book.read(renewed(U3, 12, A_DAY_LATER), minutes(60));
        assertThat(open().opening().due()).as("of an alarm").isEqualTo(minutes(60 + CLASS));
    }

    @Test
    void aRenewalInTheNewClassIsTakenAtItsWord() {
        heldAndRaised(0, 10);

        book.read(renewed(U1, 20, minutes(40)), minutes(20));

        assertThat(open().opening().due()).isEqualTo(minutes(40));
    }

    @Test
    void aRenewalWithAnEarlierEndShortens() {
        book.read(held(), minutes(0));

        book.read(renewed(U1, 10, minutes(30)), minutes(10));

        assertThat(open().opening().due()).isEqualTo(minutes(30));
        assertThat(open().next()).isEqualTo(minutes(20));
    }

    @Test
    void consultingWithAnEarlierEndShortensAndIsNotCutShort() {
        book.read(held(), minutes(0));
        book.read(consulting(10, A_DAY_LATER.plusSeconds(PAUSE * 60)), minutes(10));

        book.read(consulting(30, minutes(10 + PAUSE + 20)), minutes(30));

        assertThat(open().opening().due()).isEqualTo(minutes(10 + PAUSE + 20));
        assertThat(open().next()).isEqualTo(minutes(10 + PAUSE + 10));
    }

    @Test
    void inEveryOrderARisenOfferIsOfAnUrgentClock() {
        everyWay(List.of(held()), 0, CLASS);
        everyWay(List.of(held(), renewed(U3, 10, A_DAY_LATER)), 0, CLASS);
        everyWay(List.of(held(), renewed(U1, 10, minutes(30))), 0, 20);
    }

    @Test
    void inEveryOrderARisenOfferIsPausedAndThenOfAnUrgentClock() {
        var consulting = consulting(10, A_DAY_LATER.plusSeconds(PAUSE * 60));

        everyWay(List.of(held(), consulting), PAUSE, CLASS);
        everyWay(List.of(held(), consulting, consulting(10, minutes(150))), PAUSE, 20);
    }

    /** All of it is read ten minutes after the offer was made. */
    private static void everyWay(List<PlacementEvent> placement, int pause, int most) {
        List<TransferEvent> transfer = List.of(U3.requested(), U3.becomes(Urgency.U1));
        for (var way : Book.interleavings(transfer, placement)) {
            var book = new Book();
            way.forEach(event -> book.read(event, minutes(10)));
            var open = (Open) answer(book);
            assertThat(open.opening().due())
                    .as("%s", way)
                    .isBetween(minutes(10 + pause + CLASS), minutes(10 + pause + most));
            assertThat(open.next())
                    .as("%s", way)
                    .isBetween(minutes(10 + pause), open.opening().due());
        }
    }

    private void heldAndRaised(int held, int raised) {
        book.read(held(), minutes(held));
        book.read(U3.becomes(Urgency.U1), minutes(raised));
        assertThat(open().opening().due()).isEqualTo(minutes(raised + CLASS));
    }

    private static SlotHeldV1 held() {
        return new SlotHeldV1(U3.ref(1), OFFER, NIGHT, A_DAY_LATER);
    }

    private static ConsultingStartedV1 consulting(int at, Instant until) {
        return new ConsultingStartedV1(U1.ref(1), OFFER, minutes(at), minutes(at + PAUSE), until);
    }

    /**
     * @param knowing the class that bed-service knows
     */
    private static OfferRenewedV1 renewed(Story knowing, int at, Instant until) {
        return new OfferRenewedV1(knowing.ref(1), OFFER, minutes(at), until);
    }

    private Open open() {
        return (Open) answer();
    }

    private Obligation answer() {
        return answer(book);
    }

    private static Obligation answer(Book book) {
        return book.history().stream()
                .filter(each -> each.opening().duty().kind() == Kind.ANSWER_OFFER)
                .findFirst()
                .orElseThrow();
    }

    private static Instant minutes(int minutes) {
        return NIGHT.plusSeconds(minutes * 60L);
    }
}
