package vn.lienvien.notification.obligation.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whom to tell, one after another, while nobody answers; after the last the alarm stands.
 *
 * @param name under which it is stored with each obligation, so that a changed policy finds the
 *     same steps again
 */
public record Ladder(String name, List<Rung> rungs) {

    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("the ladder " + name + " tells nobody");
        }
    }

    Rung rung(int step) {
        return rungs.get(Math.min(step, rungs.size() - 1));
    }

    boolean endsWith(int step) {
        return step >= rungs.size() - 1;
    }

    /** The first rung that waits for its time. */
    int afterFoot() {
        int step = 0;
        while (!endsWith(step) && rung(step).percent() == 0) {
            step++;
        }
        return step;
    }

    /** The steps that call whoever must act. */
    public List<Integer> ofWhoeverMustAct() {
        return IntStream.range(0, rungs.size())
                .filter(step -> rungs.get(step).tells() == null)
                .boxed()
                .toList();
    }

    /** The steps within that share of the time, but for those that call somebody once more. */
    IntStream firstCalls(int percent) {
        return IntStream.range(0, rungs.size())
                .filter(step -> rung(step).percent() <= percent)
                .filter(
                        step ->
                                rungs.subList(0, step).stream()
                                        .noneMatch(before -> before.callsAs(rung(step))));
    }

    public Instant at(int step, Instant from, Instant due) {
        return rung(step).at(from, due);
    }
}
