package vn.lienvien.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Bug PLANTED = Bug.OFFER_ID_IGNORED;

    @Test
    void aFailingSeedFailsAgainAtTheSameStepForTheSameReason() {
        var result = new Campaign(PLANTED).run(1, 200_000);

        assertThat(new Playing(PLANTED).play(result.schedule())).isEqualTo(result.broken());
    }

    @Test
    void aFailingRunShrinksToAFewStepsThatStillBreakTheSameInvariant() {
        var playing = new Playing(PLANTED);
        var result = new Campaign(PLANTED).run(1, 200_000);
        var broken = result.broken().orElseThrow();

        var shrunk = new Shrinking(playing).shrink(result.schedule(), broken);

        assertThat(shrunk.steps()).hasSizeLessThan(40);
        assertThat(playing.play(shrunk).orElseThrow().invariant()).isEqualTo(broken.invariant());
        assertThat(new Playing(Bug.NONE).play(shrunk)).isEmpty();
    }

    @Test
    void theReportNamesTheSeedTheInvariantAndTheStory() {
        var result = new Campaign(PLANTED).run(1, 200_000);

        assertThat(Report.of(PLANTED, result))
                .contains("seed=" + result.schedule().seed())
                .contains(Invariant.I8.says())
                .contains("SlotHeldV1");
    }
}
