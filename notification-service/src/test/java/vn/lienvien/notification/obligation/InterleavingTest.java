package vn.lienvien.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.events.TransferEvent.SoughtBecause;
import vn.lienvien.events.Urgency;
import vn.lienvien.notification.obligation.domain.End;
import vn.lienvien.notification.obligation.domain.Obligation.Ended;

/** In whatever order the two topics are read, the same obligations stand in the end. */
class InterleavingTest {

    private static final Story U2 = Story.of(Urgency.U2);
    private static final Story U0 = Story.of(Urgency.U0);

    @ParameterizedTest
    @MethodSource("stories")
    void theSameStandsInEveryOrder(
            List<TransferEvent> transfer, List<PlacementEvent> placement, Set<String> standing) {
        for (List<ContractEvent> way : Book.interleavings(transfer, placement)) {
            assertThat(Book.standingAfter(way)).as("%s", way).isEqualTo(standing);
        }
    }

    static Stream<Arguments> stories() {
        var first = U2.offer(1, HTD);
        var second = U2.offer(2, CHO_RAY);
        var third = U2.offer(3, HTD);
        return Stream.of(
                argumentSet(
                        "held, confirmed, driven, handed over",
                        List.of(U2.requested(), U2.departed(1), U2.arrived(1), U2.handedOver(1)),
                        List.of(U2.held(1, first), U2.confirmed(1, first), U2.occupied(1)),
                        Set.of()),
                argumentSet(
                        "confirmed and on the road",
                        List.of(U2.requested(), U2.departed(1)),
                        List.of(U2.held(1, first), U2.confirmed(1, first)),
                        Set.of("KNOW_DEPARTED NURSE@htd-hcmc", "PREPARE_BED NURSE@htd-hcmc")),
                argumentSet(
                        "the picture changes after the unit has said yes",
                        List.of(U2.requested(), U2.amended(HTD)),
                        List.of(U2.held(1, first), U2.confirmed(1, first)),
                        Set.of(
                                "KNOW_CHANGED DOCTOR@htd-hcmc",
                                "PREPARE_BED NURSE@htd-hcmc",
                                "KNOW_ACCEPTED REFERRER@soc-trang-covid")),
                argumentSet(
                        "a team that people have called does not come",
                        List.of(U2.requested(), U2.teamCannot(CHO_RAY)),
                        List.of(),
                        Set.of("FIND_TEAM COORDINATOR@soyte-hcm")),
                argumentSet(
                        "the picture changes while nobody has said yes",
                        List.of(U2.requested(), U2.amended(null)),
                        List.of(U2.held(1, first)),
                        Set.of("ANSWER_OFFER DOCTOR@htd-hcmc")),
                argumentSet(
                        "the picture changes, and the unit takes its word back",
                        List.of(U2.requested(), U2.amended(HTD)),
                        List.of(U2.held(1, first), U2.confirmed(1, first), U2.withdrawn(1, first)),
                        Set.of(
                                "KNOW_WITHDRAWN COORDINATOR@soyte-hcm",
                                "KNOW_WITHDRAWN REFERRER@soc-trang-covid")),
                argumentSet(
                        "not now, lapsed, waiting, held again, renewed",
                        List.of(U2.requested()),
                        List.of(
                                U2.held(1, first),
                                U2.notNow(1, first),
                                U2.held(1, second),
                                U2.lapsed(1, second),
                                U2.waiting(1),
                                U2.held(1, third),
                                U2.renewed(1, third)),
                        Set.of(
                                "ANSWER_OFFER DOCTOR@htd-hcmc",
                                "KNOW_LAPSED COORDINATOR@soyte-hcm")),
                argumentSet(
                        "ended while a hold is in flight",
                        List.of(U2.requested(), U2.ended(1)),
                        List.of(U2.held(1, first), U2.released(1, first)),
                        Set.of("KNOW_ENDED NURSE@htd-hcmc")),
                argumentSet(
                        "needs changed while the first unit is asked; the old answer comes late",
                        List.of(U2.requested(), U2.soughtAnew(2, SoughtBecause.NEEDS_CHANGED)),
                        List.of(
                                U2.held(1, first),
                                U2.waiting(1),
                                U2.released(1, first),
                                U2.held(2, second)),
                        Set.of("ANSWER_OFFER DOCTOR@cho-ray", "KNOW_ENDED NURSE@htd-hcmc")),
                argumentSet(
                        "waiting in the old attempt and again in the new one",
                        List.of(U2.requested(), U2.soughtAnew(2, SoughtBecause.NEEDS_CHANGED)),
                        List.of(U2.waiting(1), U2.waiting(2)),
                        Set.of(
                                "DECIDE_NEXT COORDINATOR@soyte-hcm",
                                "DECIDE_NEXT REFERRER@soc-trang-covid")),
                argumentSet(
                        "withdrawn after confirm, placed again",
                        List.of(U2.requested(), U2.soughtAnew(2, SoughtBecause.WITHDRAWN)),
                        List.of(
                                U2.held(1, first),
                                U2.confirmed(1, first),
                                U2.withdrawn(1, first),
                                U2.held(2, second),
                                U2.confirmed(2, second)),
                        Set.of(
                                "PREPARE_BED NURSE@cho-ray",
                                "KNOW_ACCEPTED REFERRER@soc-trang-covid")),
                argumentSet(
                        "diverting, and back with the place kept: nothing is left to decide",
                        List.of(
                                U2.requested(),
                                U2.departed(1),
                                U2.soughtAnew(2, SoughtBecause.DIVERSION),
                                U2.turnedBack(2, true)),
                        List.of(U2.held(1, first), U2.confirmed(1, first), U2.waiting(2)),
                        Set.of("PREPARE_BED NURSE@htd-hcmc")),
                argumentSet(
                        "diverting, and back without a place: somebody must decide",
                        List.of(
                                U2.requested(),
                                U2.departed(1),
                                U2.soughtAnew(2, SoughtBecause.DIVERSION),
                                U2.turnedBack(3, false),
                                U2.soughtAnew(3, SoughtBecause.TURNED_BACK)),
                        List.of(
                                U2.held(1, first),
                                U2.confirmed(1, first),
                                U2.waiting(2),
                                U2.released(3, first),
                                U2.waiting(3)),
                        Set.of(
                                "KNOW_ENDED NURSE@htd-hcmc",
                                "DECIDE_NEXT COORDINATOR@soyte-hcm",
                                "DECIDE_NEXT REFERRER@soc-trang-covid")),
                argumentSet(
                        "diverted on the road",
                        List.of(
                                U2.requested(),
                                U2.departed(1),
                                U2.soughtAnew(2, SoughtBecause.DIVERSION)),
                        List.of(
                                U2.held(1, first),
                                U2.confirmed(1, first),
                                U2.held(2, second),
                                U2.confirmed(2, second),
                                U2.released(2, first)),
                        Set.of(
                                "KNOW_ACCEPTED REFERRER@soc-trang-covid",
                                "KNOW_DEPARTED NURSE@htd-hcmc",
                                "KNOW_ENDED NURSE@htd-hcmc",
                                "PREPARE_BED NURSE@cho-ray")),
                argumentSet(
                        "left with nowhere to go and against the gate; placed while driving",
                        List.of(
                                U2.requested(),
                                U2.departedWithNowhereToGo(1),
                                U2.soughtAnew(2, SoughtBecause.DIVERSION)),
                        List.of(U2.waiting(1), U2.held(2, second), U2.confirmed(2, second)),
                        Set.of(
                                "CHECK_CONTRADICTION COORDINATOR@soyte-hcm",
                                "KNOW_ACCEPTED REFERRER@soc-trang-covid",
                                "PREPARE_BED NURSE@cho-ray")),
                argumentSet(
                        "red alert: the first team cannot, the second goes",
                        List.of(
                                U0.requested(),
                                U0.teamCannot(HTD),
                                U0.endorsed(),
                                U0.teamGoes(CHO_RAY)),
                        List.of(
                                U0.teamAsked(HTD, 1),
                                U0.teamAsked(CHO_RAY, 2),
                                U0.teamsExhausted()),
                        Set.of("RED_ALERT COORDINATOR@soyte-hcm")),
                argumentSet(
                        "red alert: nobody has answered yet",
                        List.of(U0.requested()),
                        List.of(U0.teamAsked(HTD, 1)),
                        Set.of(
                                "ENDORSE_URGENCY COORDINATOR@soyte-hcm",
                                "ENDORSE_URGENCY DOCTOR@soc-trang-covid",
                                "RED_ALERT COORDINATOR@soyte-hcm",
                                "SEND_TEAM TEAM@htd-hcmc")),
                argumentSet(
                        "raised by a coordinator, whose word endorses itself; then it is asked on",
                        List.of(U2.requested(), U2.becomes(Urgency.U0, true), U0.endorsed()),
                        List.of(U2.held(1, first), U0.held(1, second)),
                        Set.of(
                                "ANSWER_OFFER DOCTOR@cho-ray",
                                "ANSWER_OFFER DOCTOR@htd-hcmc",
                                "RED_ALERT COORDINATOR@soyte-hcm")),
                argumentSet(
                        "raised to U1, then lowered",
                        List.of(U2.requested(), U2.becomes(Urgency.U1), U2.becomes(Urgency.U2)),
                        List.of(U2.held(1, first)),
                        Set.of("ANSWER_OFFER DOCTOR@htd-hcmc")));
    }

    @Test
    void theSendersLastClassHoldsForAllThatStands() {
        var transfer = List.of(U2.requested(), U2.becomes(Urgency.U0));
        var placement = List.of(U2.held(1, U2.offer(1, HTD)), U0.held(1, U0.offer(2, CHO_RAY)));

        for (List<ContractEvent> way : Book.interleavings(transfer, placement)) {
            var book = new Book();
            way.forEach(book::read);
            assertThat(book.classes()).as("%s", way).hasToString("[U0]");
        }
    }

    @Test
    void whatWasOvertakenBeforeItWasReadStaysOnRecord() {
        var offer = U2.offer(1, HTD);
        var book = new Book();

        book.read(U2.ended(1));
        book.read(U2.held(1, offer));

        assertThat(book.standing()).isEmpty();
        assertThat(book.history())
                .singleElement()
                .isInstanceOfSatisfying(
                        Ended.class,
                        ended -> {
                            assertThat(ended.end()).isEqualTo(End.OVERTAKEN);
                            assertThat(ended.by()).isEqualTo("transfer.ended");
                        });
    }
}
