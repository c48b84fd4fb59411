package vn.lienvien.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
