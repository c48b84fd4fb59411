package vn.lienvien.journeys.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** The figures as a table, each beside its floor and its target. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    /**
     * @param most the ratio that must not be exceeded
     */
    void latency(
            String what, List<Sample> floor, List<Sample> product, double quantile, double most) {
        var ratio = medianRatio(floor, product, sample -> sample.millis(quantile));
        compared(
                what,
                "%.1f ms".formatted(median(floor, sample -> sample.millis(quantile))),
                "%.1f ms".formatted(median(product, sample -> sample.millis(quantile))),
                ratio,
                ratio <= most
                        ? "reached (≤ %.1f)".formatted(most)
                        : "short: %.1f× the target of %.1f".formatted(ratio / most, most));
    }

    /**
     * @param least the ratio that must be reached
     */
    void throughput(String what, List<Sample> floor, List<Sample> product, double least) {
        var ratio = medianRatio(floor, product, Sample::perSecond);
        compared(
                what,
                "%.0f /s".formatted(median(floor, Sample::perSecond)),
                "%.0f /s".formatted(median(product, Sample::perSecond)),
                ratio,
                ratio >= least
                        ? "reached (≥ %.1f)".formatted(least)
                        : "short: %.0f %% of the target of %.1f"
                                .formatted(100 * ratio / least, least));
    }

    void against(String what, String measured, boolean reached, String target) {
        out.printf(
                "  %-34s %12s %12s %8s  %s%n",
                what, "", measured, "", (reached ? "reached " : "short of ") + target);
    }

    void head() {
        out.printf("  %-34s %12s %12s %8s  %s%n", "", "floor", "product", "ratio", "target");
    }

    private void compared(String what, String floor, String product, double ratio, String verdict) {
        out.printf("  %-34s %12s %12s %7.2f×  %s%n", what, floor, product, ratio, verdict);
    }

    private interface Figure {
        double of(Sample sample);
    }

    private static double medianRatio(List<Sample> floor, List<Sample> product, Figure figure) {
        var ratios = new double[floor.size()];
        for (var n = 0; n < ratios.length; n++) {
            ratios[n] = figure.of(product.get(n)) / figure.of(floor.get(n));
        }
        return median(ratios);
    }

    private static double median(List<Sample> samples, Figure figure) {
        return median(samples.stream().mapToDouble(figure::of).toArray());
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
