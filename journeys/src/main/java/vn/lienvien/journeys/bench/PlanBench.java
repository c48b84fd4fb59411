package vn.lienvien.journeys.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;
import vn.lienvien.local.StackPlan;

/**
 * {@code ./lienvien bench plan}: one unit for everybody who waits, seen together, beside one after
 * the other by rank, on the same waiting lists of an invented country.
 */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "The plan beside the allocator's order, with 40, 200 and 500 waiting.")
final class PlanBench implements Callable<Integer> {

    private static final List<Integer> WAITING = List.of(40, 200, 500);

    @Option(names = "--rounds", description = "plans of each waiting list; the median counts")
    private int rounds = 5;

    /** Where one way of placing them sends each. */
    private record Placed(Map<String, String> unitOf, JsonNode total) {}

    @Override
    public Integer call() throws IOException, SQLException {
        var plan =
                StackPlan.in(Files.createTempDirectory("lienvien-bench"))
                        .only(EnumSet.of(Service.BED));
        try (var world = World.start(plan)) {
            var country = new PlanCountry(world.databases());
            country.build();
            var report = new Report(System.out);
            report.line(
                    "Plan beside one after the other: %d units, %d beds free for others."
                            .formatted(
                                    PlanCountry.UNITS,
                                    country.units().values().stream()
                                            .mapToInt(PlanCountry.Unit::room)
                                            .sum()));
            report.line(
                    "  %-8s %-8s %9s %11s %12s %12s %12s %9s"
                            .formatted(
                                    "waiting",
                                    "",
                                    "assigned",
                                    "violations",
                                    "travel",
                                    "weighted",
                                    "load spread",
                                    "seconds"));
            var made = 0;
            for (var size : WAITING) {
                country.wait(made, size);
                made = size;
                measure(world, country, size, report);
            }
        }
        return 0;
    }

    private void measure(World world, PlanCountry country, int size, Report report)
            throws SQLException {
        var coordinator = world.coordinator();
        var seconds = new ArrayList<Double>();
        JsonNode plan = null;
        for (var round = -1; round < rounds; round++) { // the first is a warm-up
            var from = System.nanoTime();
            plan = coordinator.post("/api/v1/placements/plans", Map.of()).orThrow();
            if (round >= 0) {
                seconds.add((System.nanoTime() - from) / 1e9);
            }
        }
        Objects.requireNonNull(plan);
        seconds.sort(null);
        tell(report, country, size, "plan", together(plan), seconds.get(seconds.size() / 2));
        tell(report, country, size, "greedy", oneByOne(plan), null);
    }

    private static Placed together(JsonNode plan) {
        return new Placed(units(plan, "unit"), plan.path("total"));
    }

    private static Placed oneByOne(JsonNode plan) {
        return new Placed(units(plan, "greedyUnit"), plan.path("greedy"));
    }

    private static Map<String, String> units(JsonNode plan, String field) {
        var units = new HashMap<String, String>();
        for (var each : plan.path("assignments")) {
            if (each.hasNonNull(field)) {
                units.put(each.path("transferId").asText(), each.path(field).asText());
            }
        }
        return units;
    }

    private static void tell(
            Report report, PlanCountry country, int size, String way, Placed placed, Double seconds)
            throws SQLException {
        var units = country.units();
        var coming = new HashMap<String, Integer>();
        placed.unitOf().values().forEach(unit -> coming.merge(unit, 1, Integer::sum));
        report.line(
                "  %-8d %-8s %9d %11d %8d min %8d min %10.1f %% %9s"
                        .formatted(
                                size,
                                way,
                                placed.total().path("assigned").asInt(),
                                violations(placed, units, country.waiting(), coming),
                                placed.total().path("travelMinutes").asLong(),
                                placed.total().path("weightedMinutes").asLong(),
                                spread(units, coming),
                                seconds == null ? "" : "%.2f".formatted(seconds)));
    }

    /** Counted from the tables, not from what the plan says of itself. */
    private static long violations(
            Placed placed,
            Map<String, PlanCountry.Unit> units,
            Map<String, PlanCountry.Waiting> waiting,
            Map<String, Integer> coming) {
        var wrong =
                placed.unitOf().entrySet().stream()
                        .filter(it -> waiting.get(it.getKey()).cannotBeAt(units.get(it.getValue())))
                        .count();
        var overfull =
                coming.entrySet().stream()
                        .mapToLong(it -> Math.max(0, it.getValue() - units.get(it.getKey()).room()))
                        .sum();
        return wrong + overfull;
    }

    /** The standard deviation of how full the units would be. */
    private static double spread(Map<String, PlanCountry.Unit> units, Map<String, Integer> coming) {
        var loads =
                units.entrySet().stream()
                        .mapToDouble(
                                it ->
                                        100.0
                                                * (it.getValue().taken()
                                                        + coming.getOrDefault(it.getKey(), 0))
                                                / it.getValue().slots())
                        .toArray();
        var mean = Arrays.stream(loads).average().orElse(0);
        return Math.sqrt(
                Arrays.stream(loads)
                        .map(load -> (load - mean) * (load - mean))
                        .average()
                        .orElse(0));
    }
}
