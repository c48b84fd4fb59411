package vn.lienvien.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Delta debugging on the steps of a failing run: takes away halves, quarters, … single steps, as
 * long as the same invariant still breaks.
 */
public final class Shrinking {

    private static final int MOST_TRIES = 3_000;

    private final Playing playing;
    private int tries;

    public Shrinking(Playing playing) {
        this.playing = playing;
    }

    public Schedule shrink(Schedule failing, Playing.Broken broken) {
        var steps = failing.steps().subList(0, Math.min(broken.step(), failing.steps().size()));
        var best = failing.with(steps);
        if (!breaks(best, broken)) {
            best = failing;
        }
        for (int chunk = best.steps().size() / 2; chunk >= 1; ) {
            var fewer = without(best, chunk, broken);
            if (fewer == null || tries >= MOST_TRIES) {
                chunk /= 2;
            } else {
                best = fewer;
            }
        }
        return best;
    }

    /** The run without every chunk it can spare; null when it can spare none of that size. */
    private Schedule without(Schedule schedule, int chunk, Playing.Broken broken) {
        var left = schedule;
        for (int from = left.steps().size() - chunk; from >= 0; from -= chunk) {
            var tried = left.with(cut(left.steps(), from, from + chunk));
            if (tries < MOST_TRIES && breaks(tried, broken)) {
                left = tried;
            }
        }
        return left.steps().size() == schedule.steps().size() ? null : left;
    }

    private boolean breaks(Schedule schedule, Playing.Broken broken) {
        tries++;
        return playing.play(schedule)
                .filter(it -> it.invariant() == broken.invariant())
                .isPresent();
    }

    private static List<Long> cut(List<Long> steps, int from, int to) {
        var left = new ArrayList<>(steps.subList(0, from));
        left.addAll(steps.subList(to, steps.size()));
        return left;
    }
}
