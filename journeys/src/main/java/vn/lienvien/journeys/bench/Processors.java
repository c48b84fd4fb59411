package vn.lienvien.journeys.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lienvien.local.Part;

/**
 * Processor time each part spends on the product's rounds. Unlike elapsed time it says little about
 * whatever else this machine does, so it shows what a change costs or saves.
 */
final class Processors {

    private final List<Part> parts;
    private final Map<String, Double> millis = new LinkedHashMap<>();

    Processors(List<Part> parts) {
        this.parts = parts;
    }

    Sample spentOn(Chain chain, Load load) {
        var before = now();
        var sample = load.on(chain);
        now().forEach((part, at) -> millis.merge(part, at - before.get(part), Double::sum));
        return sample;
    }

    void tell(Report report, int chains) {
        report.line("  processor time a chain:");
        millis.forEach((part, spent) -> line(report, part, spent / chains));
        line(
                report,
                "everything",
                millis.values().stream().mapToDouble(each -> each).sum() / chains);
    }

    private static void line(Report report, String part, double spent) {
        report.line("    %-32s %6.2f ms".formatted(part, spent));
    }

    private Map<String, Double> now() {
        Map<String, Double> spent = new LinkedHashMap<>();
        parts.forEach(
                part -> spent.put(part.name(), of(ProcessHandle.of(part.pid()).orElseThrow())));
        spent.put("edge and client", of(ProcessHandle.current()));
        return spent;
    }

    /** Of a process and, unless it is this one, of everything it started. */
    private static double of(ProcessHandle process) {
        var started =
                process.equals(ProcessHandle.current())
                        ? Stream.<ProcessHandle>empty()
                        : process.descendants();
        return Stream.concat(Stream.of(process), started)
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(each -> each.toNanos() / 1e6)
                .sum();
    }
}
