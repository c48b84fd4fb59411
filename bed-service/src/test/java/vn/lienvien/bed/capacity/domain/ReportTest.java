package vn.lienvien.bed.capacity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    private static final List<Limit> LIMITS = List.of(new Limit(Limit.By.STAFF, 2));

    @Test
    void whoCameSinceLiesInABedAndIsNotTakenTwice() {
        var report = new Report(8, 6, 4, 2, null, 1, 1, LIMITS);

        assertThat(report.after(2)).isEqualTo(new Report(8, 6, 6, 2, null, 1, 0, LIMITS));
        assertThat(report.after(0)).isSameAs(report);
    }

    @Test
    void whatNobodyReportedLimitsNothing() {
        assertThat(new Report(8, 6, 4, null, null, null, 1, List.of()).room()).isEqualTo(2);
        assertThat(new Report(8, 6, 4, 0, null, null, 1, List.of()).room()).isZero();
        assertThat(new Report(2, 6, 4, null, null, null, 1, List.of()).room()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STAFF:2", "ROOM", "EQUIPMENT:1", "MATERIAL"})
    void aLimitIsReadAsItIsWritten(String word) {
        assertThat(Limit.read(word).word()).isEqualTo(word);
    }
}
