package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.lienvien.transfer.journey.domain.Fixtures.CHO_RAY;
import static vn.lienvien.transfer.journey.domain.Fixtures.HTD;
import static vn.lienvien.transfer.journey.domain.Fixtures.NOON;
import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;
import static vn.lienvien.transfer.journey.domain.Fixtures.SOC_TRANG;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.transfer.journey.domain.JourneyEvent.GlassBroken;
import vn.lienvien.transfer.journey.domain.JourneyEvent.GlassJudged;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Refused;
import vn.lienvien.transfer.journey.domain.Outcome.Unchanged;

class BreakGlassRulesTest {

    @ParameterizedTest
    @MethodSource("everyState")
    void aStrangerMayWhileItIsLiveAndNothingMoves(Situation state, Refusal refusal) {
        var transfer = state.transfer();
        var broken = by(CHO_RAY);

        assertThat(transfer.breakGlass(broken, false))
                .isEqualTo(
                        refusal == null
                                ? new Changed(transfer, List.of(broken), List.of())
                                : new Refused(refusal));
    }

    static Stream<Arguments> everyState() {
        return Arrays.stream(Situation.values())
                .map(
                        state ->
                                arguments(
                                        state,
                                        switch (state) {
                                            case HANDED_OVER -> Refusal.ALREADY_HANDED_OVER;
                                            case ENDED, DIED -> Refusal.TRANSFER_ENDED;
                                            case SEEKING,
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
                                                    ARRIVED ->
                                                    null;
                                        }));
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {"HANDED_OVER", "ENDED", "DIED"},
            mode = EnumSource.Mode.EXCLUDE)
    void theSenderKnowsThePatientAnyway(Situation state) {
        assertThat(state.transfer().breakGlass(by(SOC_TRANG), false))
                .isEqualTo(new Refused(Refusal.IDENTITY_OPEN));
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {"CONSULTING", "ACCEPTED", "READY", "ON_THE_ROAD", "ARRIVED"})
    void soDoesTheHospitalThatAcceptedOrIsConsulted(Situation state) {
        assertThat(state.transfer().breakGlass(by(HTD), false))
                .isEqualTo(new Refused(Refusal.IDENTITY_OPEN));
    }

    @ParameterizedTest
    @EnumSource(Situation.class)
    void whatStandsOpenIsNotBrokenAgain(Situation state) {
        var transfer = state.transfer();

        assertThat(transfer.breakGlass(by(CHO_RAY), true))
                .isEqualTo(new Unchanged(transfer, List.of()));
    }

    @ParameterizedTest
    @EnumSource(Situation.class)
    void whetherItWasRightIsSaidInAnyStateAndMovesNothing(Situation state) {
        var transfer = state.transfer();
        var judged = new GlassJudged(new UUID(9, 9), SOC_TRANG, false);

        assertThat(transfer.judgeGlass(judged, false, false))
                .isEqualTo(new Changed(transfer, List.of(judged), List.of()));
        assertThat(transfer.judgeGlass(judged, false, true))
                .isEqualTo(new Unchanged(transfer, List.of()));
        assertThat(transfer.judgeGlass(judged, true, false))
                .isEqualTo(new Refused(Refusal.OWN_OPENING));
    }

    private static GlassBroken by(Organisation house) {
        return new GlassBroken(new UUID(9, 9), house, BrokenBecause.PATIENT_AT_OUR_DOOR, NOON, ONE);
    }
}
