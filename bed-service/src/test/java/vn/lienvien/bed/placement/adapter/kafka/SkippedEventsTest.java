package vn.lienvien.bed.placement.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lienvien.events.TransferEvent.GlassBrokenV1;
import vn.lienvien.events.TransferEvent.GlassJudgedV1;

class SkippedEventsTest {

    /** The loop counts it as skipped: who read a case moves no bed and opens none. */
    @Test
    void aBrokenGlassIsNoBusinessOfBeds() {
        assertThat(new TransferEventsHandler(null).subscription().handled())
                .isNotEmpty()
                .doesNotContain(GlassBrokenV1.class, GlassJudgedV1.class);
    }
}
