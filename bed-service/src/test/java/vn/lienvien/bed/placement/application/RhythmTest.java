package vn.lienvien.bed.placement.application;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RhythmTest {

    @Test
    void goesOnAfterWhateverARoundThrows() throws InterruptedException {
        var rounds = new CountDownLatch(3);
        var rhythm =
                Rhythm.start(
                        "under-test",
                        () -> {
                            rounds.countDown();
                            throw new StackOverflowError("one case goes too deep");
                        });
        try {
            assertThat(rounds.await(30, SECONDS)).isTrue();
            assertThat(rhythm.alive()).isTrue();
        } finally {
            rhythm.stop();
        }
        assertThat(rhythm.alive()).isFalse();
    }
}
