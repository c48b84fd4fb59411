package vn.lienvien.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FilingTest {

    private static final Instant NIGHT = Instant.parse("2021-11-08T13:30:00Z");

    @Test
    void timesOfACaseAreCountedBackFromTheRequest() {
        var filing = Filing.of("C01", NIGHT);

        assertThat(filing.at("/agreement/at").asText()).isEqualTo("2021-11-08T12:40:00Z");
        assertThat(filing.at("/clinical/ecmo/startedAt").asText())
                .isEqualTo("2021-10-22T13:30:00Z");
    }

    @Test
    void thePatientIsAsOldAsTheStorySays() {
        assertThat(Filing.of("C01", NIGHT).at("/patient/birthDate").asText())
                .isEqualTo("1998-07-31");
    }

    @Test
    void everyFilingIsForAnotherPatient() {
        assertThat(Filing.of("C01", NIGHT).at("/patient/citizenId"))
                .isNotEqualTo(Filing.of("C01", NIGHT).at("/patient/citizenId"));
    }

    @Test
    void whatOnlyPatientsHaveIsKnown() {
        assertThat(Filing.canaries()).contains("Trần Thị Bưởi", "+84900000451", "GD4940");
    }
}
