package vn.lienvien.simulation;

import java.util.Optional;

/** Many short runs, each from a seed of its own, until one breaks or enough steps were made. */
public final class Campaign {

    /** Steps of one run: long enough for a whole journey with its faults, short enough to read. */
    static final int LENGTH = 400;

    private static final int CLOCKS_COMPARED_EVERY = 25;

    private final Playing playing;

    public Campaign(Bug bug) {
        this.playing = new Playing(bug);
    }

    /**
     * @param broken empty when everything held
     * @param schedule the last one played
     */
    public record Result(
            long steps, int runs, Schedule schedule, Optional<Playing.Broken> broken) {}

    public Result run(long firstSeed, long steps) {
        long made = 0;
        int runs = 0;
        Schedule schedule = null;
        while (made < steps) {
            schedule = Schedule.of(firstSeed + runs, LENGTH);
            runs++;
            made += LENGTH;
            var broken = playing.play(schedule);
            if (broken.isEmpty() && runs % CLOCKS_COMPARED_EVERY == 0) {
                broken = playing.compareClocks(schedule);
                made += 2L * LENGTH;
            }
            if (broken.isPresent()) {
                return new Result(made, runs, schedule, broken);
            }
        }
        return new Result(made, runs, schedule, Optional.empty());
    }
}
