package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsTest {

    @ParameterizedTest
    @CsvSource({
        "92, 92.0, 92",
        "92, 83, 92",
        "92, 101.2, 92",
        "92, 82, 82",
        "92, 102, 102",
        "92, , ",
        ", 92, 92",
        "3.2, 3.5, 3.2",
        "3.2, 3.6, 3.6"
    })
    void aWeightWithinATenthIsNoOtherNeed(BigDecimal known, BigDecimal said, BigDecimal then) {
        assertThat(needs(known).amended(picture(known), picture(said)).weightKg()).isEqualTo(then);
    }

    private static Needs needs(BigDecimal weight) {
        return new Needs(
                EcmoStatus.RUNNING,
                EcmoMode.VV,
                AgeGroup.ADULT,
                23,
                weight,
                Finding.YES,
                Finding.UNKNOWN,
                List.of(),
                List.of());
    }

    private static PatientNeeds picture(BigDecimal weight) {
        return new PatientNeeds(
                EcmoStatus.RUNNING,
                EcmoMode.VV,
                AgeGroup.ADULT,
                23,
                weight,
                Finding.YES,
                Finding.UNKNOWN);
    }
}
