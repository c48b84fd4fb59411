package vn.lienvien.simulation;

import java.util.Arrays;
import java.util.List;
import vn.lienvien.simulation.kernel.Choices;

/**
 * A run before it is run: the seed makes the world, and each step brings its own chance, so that
 * steps can be taken away and the others stay what they are.
 */
public record Schedule(long seed, List<Long> steps) {

    public Schedule {
        steps = List.copyOf(steps);
    }

    public static Schedule of(long seed, int length) {
        var chance = new Choices(seed ^ 0x5eed_5eedL);
        var steps = new Long[length];
        Arrays.setAll(steps, _ -> chance.next());
        return new Schedule(seed, Arrays.asList(steps));
    }

    Schedule with(List<Long> fewer) {
        return new Schedule(seed, fewer);
    }
}
