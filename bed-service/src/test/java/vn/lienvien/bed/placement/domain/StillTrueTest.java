package vn.lienvien.bed.placement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.bed.placement.domain.Known.CHO_RAY;
import static vn.lienvien.bed.placement.domain.Known.GIA_DINH;
import static vn.lienvien.bed.placement.domain.Known.HTD;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienvien.bed.placement.domain.Ranked.Reason;
import vn.lienvien.bed.placement.domain.Ranked.Why;

class StillTrueTest {

    private static final StillTrue RULE = new StillTrue(3);
    private static final Placement SEARCHED =
            Placement.requested(Known.theCase(1), Known.search(), Known.NOON);

    @ParameterizedTest
    @EnumSource(
            value = Why.class,
            names = {"REPORT_AMBER", "REPORT_OLD", "REPORT_EXPIRED"})
    void whoseNumbersAreNotFreshIsAsked(Why age) {
        assertThat(RULE.toAsk(SEARCHED, List.of(unit(HTD, age), unit(CHO_RAY, Why.REPORT_FRESH))))
                .containsExactly(HTD);
    }

    @ParameterizedTest
    @EnumSource(
            value = Why.class,
            names = {
                "NO_ECMO",
                "WRONG_AGE",
                "WRONG_WEIGHT",
                "NO_CRRT",
                "NO_ISOLATION",
                "NO_SPECIALTY",
                "NOT_ACTIVATED",
                "NOBODY_ON_DUTY",
                "DOUBTED",
                "SAID_NOT_NOW",
                "SENDER_ITSELF"
            })
    void whomTheCaseCannotReachIsNotAsked(Why against) {
        assertThat(RULE.toAsk(SEARCHED, List.of(unit(HTD, Why.REPORT_OLD, against)))).isEmpty();
    }

    /** Its old numbers may be the only reason why nothing is found. */
    @ParameterizedTest
    @EnumSource(
            value = Why.class,
            names = {"NOT_READY_FOR_OUTSIDE", "NO_FREE_SLOT", "CRRT_UNKNOWN"})
    void whoSaysThatNothingIsFreeIsAskedToo(Why against) {
        assertThat(RULE.toAsk(SEARCHED, List.of(unit(HTD, Why.REPORT_OLD, against))))
                .containsExactly(HTD);
    }

    @Test
    void onlyTheFirstOfTheRankingAreReached() {
        var ranking =
                List.of(
                        unit(Known.ward("a"), Why.REPORT_FRESH),
                        unit(Known.ward("b"), Why.REPORT_OLD, Why.NO_ECMO),
                        unit(HTD, Why.REPORT_OLD),
                        unit(CHO_RAY, Why.REPORT_OLD),
                        unit(GIA_DINH, Why.REPORT_OLD));

        assertThat(RULE.toAsk(SEARCHED, ranking)).containsExactly(HTD, CHO_RAY);
    }

    @Test
    void whoHoldsAnOfferAnswersThatInstead() {
        var offered =
                new Placement(
                        SEARCHED.of(),
                        SEARCHED.search(),
                        SEARCHED.stage(),
                        null,
                        List.of(new Offer.Open(Known.asked(OfferKind.SEARCH), Known.ONE, false)),
                        SEARCHED.excluded(),
                        TeamCall.NONE,
                        Known.NOON,
                        false);

        assertThat(
                        RULE.toAsk(
                                offered,
                                List.of(unit(HTD, Why.REPORT_OLD), unit(CHO_RAY, Why.REPORT_OLD))))
                .containsExactly(CHO_RAY);
    }

    @ParameterizedTest
    @EnumSource(value = Routing.class, names = "SEARCH", mode = EnumSource.Mode.EXCLUDE)
    void whatGoesToANamedHospitalReachesNobodyElse(Routing routing) {
        var named =
                Placement.requested(
                        Known.theCase(1),
                        new Search(routing, HTD.organisation(), null, false, false, Known.needs()),
                        Known.NOON);

        assertThat(RULE.toAsk(named, List.of(unit(CHO_RAY, Why.REPORT_OLD)))).isEmpty();
    }

    private static Ranked unit(Ward ward, Why... reasons) {
        return new Ranked(
                ward,
                true,
                0,
                0,
                Arrays.stream(reasons).map(why -> new Reason(why, null)).toList());
    }
}
