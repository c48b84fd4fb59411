package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part stands still with all its connections open, as on a host that swaps, and then goes on. */
@ExtendWith(ShakySystem.class)
@Tag("faults")
class FrozenJourney {

    /**
     * @param part bed-service longer than its session with the broker and with the database lasts
     * @param requestsAreTaken every one of them, meanwhile
     */
    @ParameterizedTest
    @CsvSource({"PostgreSQL, 8, false", "Kafka, 8, true", "Kafka, 40, true", "bed, 14, true"})
    void whatStandsStillGoesOnWhereItWas(
            String part, int seconds, boolean requestsAreTaken, ShakyGround ground)
            throws Exception {
        var frozen = ground.world().part(part);
        Struck.by(
                ground,
                witnesses -> {
                    frozen.freeze();
                    try {
                        Thread.sleep(Duration.ofSeconds(seconds));
                        if (requestsAreTaken) {
                            assertThat(witnesses.answers()).isNotEmpty().containsOnly(201);
                        }
                    } finally {
                        frozen.thaw();
                    }
                });
    }
}
