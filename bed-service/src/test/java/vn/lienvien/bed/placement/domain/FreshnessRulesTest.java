package vn.lienvien.bed.placement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.lienvien.bed.placement.domain.Freshness.AMBER;
import static vn.lienvien.bed.placement.domain.Freshness.EXPIRED;
import static vn.lienvien.bed.placement.domain.Freshness.FRESH;
import static vn.lienvien.bed.placement.domain.Freshness.OLD;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienvien.bed.placement.domain.FreshnessRules.Limits;

class FreshnessRulesTest {

    private static final FreshnessRules RULES = FreshnessRules.PROPOSED;

    @ParameterizedTest
    @CsvSource({
        "PT0S, FRESH, FRESH",
        "PT60M, FRESH, FRESH",
        "PT60M1S, FRESH, AMBER",
        "PT90M, FRESH, AMBER",
        "PT90M1S, FRESH, OLD",
        "PT3H, FRESH, OLD",
        "PT3H1S, FRESH, EXPIRED",
        "PT8H, FRESH, EXPIRED",
        "PT8H1S, AMBER, EXPIRED",
        "PT12H, AMBER, EXPIRED",
        "PT12H1S, OLD, EXPIRED",
        "PT24H, OLD, EXPIRED",
        "PT24H1S, EXPIRED, EXPIRED"
    })
    void anAgeIsJudgedByTheLimitsOfItsTime(Duration age, Freshness usual, Freshness surge) {
        assertThat(RULES.of(age, false)).isEqualTo(usual);
        assertThat(RULES.of(age, true)).isEqualTo(surge);
    }

    @Test
    void whatWasNeverReportedIsExpired() {
        assertThat(RULES.of(null, false)).isEqualTo(EXPIRED);
        assertThat(RULES.of(null, true)).isEqualTo(EXPIRED);
    }

    @Test
    void eachStepIsWorseThanTheOneBefore() {
        assertThat(new int[] {FRESH.steps(), AMBER.steps(), OLD.steps(), EXPIRED.steps()})
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void limitsOutOfOrderAreNoLimits() {
        var hour = Duration.ofHours(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(hour.multipliedBy(2), hour, hour.multipliedBy(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(hour, hour.multipliedBy(3), hour.multipliedBy(2)));
    }
}
