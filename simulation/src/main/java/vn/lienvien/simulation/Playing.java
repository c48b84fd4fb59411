package vn.lienvien.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienvien.simulation.kernel.Story;

/** Plays a schedule and says what broke, if anything did. */
public final class Playing {

    private static final Duration UNTIL_ALL_IS_OVER = Duration.ofHours(60);

    private final Bug bug;

    public Playing(Bug bug) {
        this.bug = bug;
    }

    /**
     * @param step at which it broke, counted from 1; one more than the steps when all was at rest
     */
    public record Broken(Invariant invariant, int step, String about, String message) {}

    /** What broke, and all that happened before. */
    public record Told(Optional<Broken> broken, List<Story.Line> story) {}

    public Optional<Broken> play(Schedule schedule) {
        return play(schedule, true, false).broken();
    }

    public Told tell(Schedule schedule) {
        return play(schedule, true, true);
    }

    /** I13: the same steps under right and under wrong host clocks. */
    public Optional<Broken> compareClocks(Schedule schedule) {
        var right = world(schedule, false);
        var wrong = world(schedule, true);
        return right.equals(wrong)
                ? Optional.empty()
                : Optional.of(
                        new Broken(
                                Invariant.I13,
                                schedule.steps().size(),
                                null,
                                "a wrong host clock changed the outcome"));
    }

    private List<String> world(Schedule schedule, boolean skewed) {
        var world = new World(schedule.seed(), bug, skewed, false);
        steps(world, schedule);
        return world.picture();
    }

    private Told play(Schedule schedule, boolean skewed, boolean told) {
        var world = new World(schedule.seed(), bug, skewed, told);
        try {
            steps(world, schedule);
            world.story().at(schedule.steps().size() + 1);
            world.settle();
            if (schedule.seed() % 4 == 0) {
                world.waitOut(UNTIL_ALL_IS_OVER);
            }
            return new Told(Optional.empty(), world.story().lines());
        } catch (Violated e) {
            return new Told(Optional.of(broken(world, e)), world.story().lines());
        } catch (RuntimeException e) {
            var fault = new Violated(Invariant.NO_FAULT, null, Faults.text(e), e);
            return new Told(Optional.of(broken(world, fault)), world.story().lines());
        }
    }

    private static void steps(World world, Schedule schedule) {
        for (int i = 0; i < schedule.steps().size(); i++) {
            world.step(i + 1, schedule.steps().get(i));
        }
    }

    private static Broken broken(World world, Violated e) {
        return new Broken(e.invariant(), world.story().step(), e.about(), e.getMessage());
    }
}
