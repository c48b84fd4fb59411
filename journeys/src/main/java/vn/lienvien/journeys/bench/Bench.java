package vn.lienvien.journeys.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienvien.journeys.Wards;
import vn.lienvien.journeys.World;
import vn.lienvien.local.StackPlan;

/**
 * {@code ./lienvien bench}: latency, throughput, memory and start-up beside the floor of this
 * machine.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            StreamBench.class,
            AlertsBench.class,
            AllocationBench.class,
            PlanBench.class
        },
        description =
                "Measures a stack of its own beside a bare program with the same commits and sends.")
public final class Bench implements Callable<Integer> {

    private static final double READY_WITHIN_SECONDS = 12;
    private static final long MEMORY_MEBIBYTES = 1434;

    /** A cold stack under load says "try again shortly", and people do. */
    private static final Duration COMES_BACK_FOR = Duration.ofSeconds(60);

    private static final List<Integer> IN_FLIGHT = List.of(1, 32, 150);

    @Option(names = "--quick", description = "about a minute, with wide error bars")
    private boolean quick;

    @Option(
            names = "--warm-up",
            description = "seconds of load before anything is measured (default: 60, quick: 20)")
    private Integer warmUp;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    /** Floor and product under one load, round by round. */
    private record Pair(List<Sample> floor, List<Sample> product) {}

    @Override
    public Integer call() throws IOException, SQLException {
        var report = new Report(System.out);
        var folder = Files.createTempDirectory("lienvien-bench");
        var begun = System.nanoTime();
        try (var world = World.start(StackPlan.in(folder))) {
            var readyAfter = (System.nanoTime() - begun) / 1e9;
            report.line(
                    "LienVien bench: rounds of floor and product interleaved, medians of their ratios.");
            report.head();
            measure(world, report);
            report.against(
                    "start-up on built jars",
                    "%.1f s".formatted(readyAfter),
                    readyAfter <= READY_WITHIN_SECONDS,
                    "12 s");
            memory(world, report);
        }
        return 0;
    }

    private void measure(World world, Report report) throws SQLException {
        var slots = quick ? 40_000 : 160_000;
        var people = world.lienVien().patient(COMES_BACK_FOR);
        try (var floor = floor(world, slots);
                var wards = OpenWards.start(new BenchWards(world.databases(), new Wards(people)));
                var stream = world.coordinator().follows()) {
            var product = new Product(people.hospital("trung-vuong").referrer(), stream, wards);
            warmUp(floor, product);
            for (var inFlight : IN_FLIGHT) {
                var processors = new Processors(world.stack().parts());
                var pair = rounds(inFlight, floor, product, processors);
                tell(report, inFlight, pair);
                processors.tell(report, pair.product().stream().mapToInt(Sample::chains).sum());
                if (inFlight == 1) {
                    new Stages(world.databases()).tell(report, pair.product().getLast().chains());
                }
            }
            if (product.resyncs() > 0) {
                report.line(
                        "  the live stream told its reader to re-read %d times"
                                .formatted(product.resyncs()));
            }
        }
    }

    private static Floor floor(World world, int slots) throws SQLException {
        world.stack().kafka().createTopics(Floor.REQUESTED, Floor.HELD);
        world.stack().postgres().createDatabase("floor", "floor", "floor");
        return new Floor(
                world.bootstrap(), () -> world.stack().postgres().adminConnection("floor"), slots);
    }

    private void warmUp(Chain floor, Chain product) {
        var seconds = warmUp != null ? warmUp : quick ? 20 : 60;
        new Load(8, Duration.ofSeconds(seconds / 4)).on(floor);
        new Load(32, Duration.ofSeconds(seconds)).on(product);
    }

    private Pair rounds(int inFlight, Chain floor, Chain product, Processors processors) {
        var load = new Load(inFlight, Duration.ofSeconds(quick ? 3 : 8));
        var pair = new Pair(new ArrayList<>(), new ArrayList<>());
        for (var round = 0; round < (quick ? 2 : 5); round++) {
            pair.floor().add(load.on(floor));
            pair.product().add(processors.spentOn(product, load));
        }
        return pair;
    }

    private static void tell(Report report, int inFlight, Pair pair) {
        if (inFlight == 1) {
            report.latency("one at a time, p50", pair.floor(), pair.product(), 0.5, 2);
            report.latency("one at a time, p99", pair.floor(), pair.product(), 0.99, 3);
        } else {
            var load = inFlight + " in flight";
            report.throughput(load + ", chains", pair.floor(), pair.product(), 0.5);
            report.latency(load + ", p50", pair.floor(), pair.product(), 0.5, 2);
            report.latency(load + ", p99", pair.floor(), pair.product(), 0.99, 3);
        }
    }

    private static void memory(World world, Report report) {
        var all = 0L;
        for (var part : world.stack().parts()) {
            var mebibytes = Memory.mebibytes(part.pid());
            report.against(part.name(), mebibytes + " MiB", true, "");
            all += mebibytes;
        }
        report.against("everything after load", all + " MiB", all <= MEMORY_MEBIBYTES, "1.4 GiB");
    }
}
