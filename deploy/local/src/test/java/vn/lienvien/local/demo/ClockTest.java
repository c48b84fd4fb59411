package vn.lienvien.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration STORY = Duration.ofHours(6);

    @Test
    void aFastStoryIsBackDatedToEndNow() {
        var clock = new Clock(0, STORY, NOW);

        assertThat(clock.at(Duration.ZERO)).isEqualTo("2026-01-01T06:00:00Z");
        assertThat(clock.at(STORY)).isEqualTo(NOW);
    }

    @Test
    void sixtyTimesAsFastItEndsWhenItIsTold() {
        var clock = new Clock(60, STORY, NOW);

        assertThat(clock.at(STORY)).isEqualTo("2026-01-01T12:06:00Z");
    }
}
