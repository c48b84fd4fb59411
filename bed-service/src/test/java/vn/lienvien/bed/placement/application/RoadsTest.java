package vn.lienvien.bed.placement.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.bed.placement.domain.HoldRules;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.bed.placement.domain.RankingRules;
import vn.lienvien.bed.placement.domain.Travel.Leg;

class RoadsTest {

    private static final Place SOC_TRANG = new Place(9.6, 105.9719, null);
    private static final Place HTD = new Place(10.7532, 106.6784, "Hồ Chí Minh");
    private static final Place CAN_THO = new Place(10.0295, 105.7558, null);
    private static final Leg ESTIMATE = Leg.estimated(303);

    private final List<List<Place>> asked = new ArrayList<>();
    private Optional<List<Optional<Integer>>> answer = Optional.of(List.of(Optional.of(258)));
    private Duration now = Duration.ofDays(-3);

    private final Roads roads =
            new Roads(
                    new Roads.Router() {
                        @Override
                        public boolean present() {
                            return true;
                        }

                        @Override
                        public Optional<List<Optional<Integer>>> minutes(
                                Place from, List<Place> to) {
                            asked.add(to);
                            return answer;
                        }
                    },
                    new Roads.RoadRules(
                            Duration.ofDays(7), Duration.ofDays(30), Duration.ofSeconds(60)),
                    new PlacementRules(HoldRules.PROPOSED, RankingRules.PROPOSED),
                    () -> now.toNanos());

    @Test
    void whatWasLearnedIsKnownWithItsAgeAndNotAskedAgainWhileFresh() {
        assertThat(roads.between(SOC_TRANG, HTD)).isEqualTo(ESTIMATE);

        roads.learn(SOC_TRANG, List.of(HTD));
        passes(Duration.ofDays(6));
        roads.learn(SOC_TRANG, List.of(HTD));

        assertThat(roads.between(SOC_TRANG, HTD)).isEqualTo(new Leg(258, Duration.ofDays(6)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void anOldRouteIsLearnedAnewAndAVeryOldOneIsAnEstimateAgain() {
        roads.learn(SOC_TRANG, List.of(HTD));
        passes(Duration.ofDays(8));
        answer = Optional.empty();
        roads.learn(SOC_TRANG, List.of(HTD));

        assertThat(asked).hasSize(2);
        assertThat(roads.between(SOC_TRANG, HTD)).isEqualTo(new Leg(258, Duration.ofDays(8)));

        passes(Duration.ofDays(23));

        assertThat(roads.between(SOC_TRANG, HTD)).isEqualTo(ESTIMATE);
    }

    @Test
    void aRouterThatFailsIsLeftAloneForAWhile() {
        answer = Optional.empty();
        roads.learn(SOC_TRANG, List.of(HTD));
        passes(Duration.ofSeconds(59));
        roads.learn(SOC_TRANG, List.of(HTD));

        assertThat(asked).hasSize(1);
        assertThat(roads.between(SOC_TRANG, HTD)).isEqualTo(ESTIMATE);

        passes(Duration.ofSeconds(2));
        roads.learn(SOC_TRANG, List.of(HTD));

        assertThat(asked).hasSize(2);
    }

    @Test
    void whereNoRoadLeadsTheEstimateStaysAndNobodyAsksAgain() {
        answer = Optional.of(List.of(Optional.empty(), Optional.of(108)));

        roads.learn(SOC_TRANG, List.of(HTD, CAN_THO));
        roads.learn(SOC_TRANG, List.of(HTD, CAN_THO));

        assertThat(asked).hasSize(1);
        assertThat(roads.between(SOC_TRANG, HTD)).isEqualTo(ESTIMATE);
        assertThat(roads.between(SOC_TRANG, CAN_THO)).isEqualTo(new Leg(108, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 20, 5_000, Integer.MAX_VALUE})
    void whatNoAmbulanceCanDriveIsNotBelieved(int minutes) {
        answer = Optional.of(List.of(Optional.of(minutes)));

        roads.learn(SOC_TRANG, List.of(HTD));

        assertThat(roads.between(SOC_TRANG, HTD)).isEqualTo(ESTIMATE);
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }
}
