package vn.lienvien.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryInvariantTest {

    private static final long FIRST_SEED = 1;
    private static final long STEPS = 1_000_000;

    @Test
    void holdsOverAMillionSteps() {
        var result = new Campaign(Bug.NONE).run(FIRST_SEED, STEPS);

        assertThat(result.broken()).as(() -> Report.of(Bug.NONE, result)).isEmpty();
        assertThat(result.steps()).isGreaterThanOrEqualTo(STEPS);
        System.out.printf("seed=%d steps=%d runs=%d%n", FIRST_SEED, result.steps(), result.runs());
    }

    /**
     * Back at the sender with a place that was freed, or a bed that had been taken; asked anew
     * while the allocator waited for the lock.
     */
    @ParameterizedTest
    @ValueSource(longs = {4579, 101543, 17027})
    void holdsWhereItOnceDidNot(long seed) {
        assertThat(new Playing(Bug.NONE).play(Schedule.of(seed, Campaign.LENGTH))).isEmpty();
    }
}
