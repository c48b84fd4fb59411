package vn.lienvien.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code ./lienvien simulate [--steps N] [--seed S] [--bug NAME]}. */
public final class Simulate {

    private static final long TEN_MILLION = 10_000_000;
    private static final Set<String> OPTIONS = Set.of("--steps", "--seed", "--bug");

    private Simulate() {}

    public static void main(String[] arguments) {
        var options = options(arguments);
        long steps = Long.parseLong(options.getOrDefault("--steps", TEN_MILLION + ""));
        long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
        var bug =
                Bug.valueOf(
                        options.getOrDefault("--bug", "NONE")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_'));
        long began = System.nanoTime();
        var result = new Campaign(bug).run(seed, steps);
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "seed=%d steps=%d runs=%d in %d s, %d steps/s; planted: %s%n",
                seed,
                result.steps(),
                result.runs(),
                took.toSeconds(),
                result.steps() * 1000 / Math.max(1, took.toMillis()),
                bug);
        if (result.broken().isPresent()) {
            System.out.println(Report.of(bug, result));
            System.exit(1);
        }
        System.out.println("every invariant held");
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                System.err.println(
                        "./lienvien simulate [--steps N] [--seed S] [--bug NAME]; bugs:");
                List.of(Bug.values())
                        .forEach(it -> System.err.println("  " + it + ": " + it.says()));
                System.exit(2);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
