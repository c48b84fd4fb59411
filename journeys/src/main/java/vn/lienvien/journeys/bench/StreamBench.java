package vn.lienvien.journeys.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienvien.events.Topic;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;
import vn.lienvien.local.ServiceProcess;
import vn.lienvien.local.StackPlan;

/** {@code ./lienvien bench stream}: how soon a thousand screens, and five, show what happened. */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        description = "Fan-out of the live stream to many readers, beside bare sockets.")
final class StreamBench implements Callable<Integer> {

    private static final String FLOOR_TOPIC = "bench.stream.floor";
    private static final double MOST = 3;
    private static final long BETWEEN_TICKS_NANOS = 20_000_000;

    @Option(names = "--readers", split = ",", description = "how many (default: 1000,5000)")
    private List<Integer> sizes = List.of(1000, 5000);

    @Option(names = "--quick", description = "fewer rounds, with wide error bars")
    private boolean quick;

    /** Rounds of one side: when each reader heard each event, and when the last one did. */
    private record Heard(List<Sample> deliveries, List<Sample> last) {

        static Heard nothing() {
            return new Heard(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public Integer call() throws IOException {
        var plan =
                StackPlan.in(Files.createTempDirectory("lienvien-bench"))
                        .with(
                                Service.NOTIFICATION,
                                Map.of(
                                        "LIENVIEN_NOTIFICATION_STREAM_PER_USER",
                                        "100000",
                                        "LIENVIEN_NOTIFICATION_STREAM_MOST",
                                        "100000",
                                        ServiceProcess.HEAP,
                                        "384m"));
        try (var world = World.start(plan)) {
            world.stack().kafka().createTopics(FLOOR_TOPIC);
            measure(world, new Report(System.out));
        }
        return 0;
    }

    private void measure(World world, Report report) throws IOException {
        var service = world.stack().service(Service.NOTIFICATION);
        try (var program = StreamFloor.start(world.bootstrap(), FLOOR_TOPIC);
                var floorTicks = new Ticks(world.bootstrap(), FLOOR_TOPIC);
                var ticks = new Ticks(world.bootstrap(), Topic.PLACEMENT.topicName());
                var floor = new Crowd(program.port(), List.of(""));
                var product = new Crowd(service.port(), tokens(world))) {
            report.line(
                    "Live stream: event sent to the topic → read by each reader; rounds of floor and product interleaved.");
            report.head();
            for (var size : sizes) {
                var before = new long[] {Memory.mebibytes(program.pid()), memory(world)};
                var joined = new int[] {floor.size(), product.size()};
                floor.growTo(size);
                product.growTo(size);
                round(floor, floorTicks, 50);
                round(product, ticks, 50);
                compare(report, size, floor, floorTicks, product, ticks);
                report.against(
                        "%,d readers, memory of one (floor %s)"
                                .formatted(
                                        size,
                                        each(
                                                Memory.mebibytes(program.pid()) - before[0],
                                                size - joined[0])),
                        each(memory(world) - before[1], size - joined[1]),
                        true,
                        "");
            }
        }
    }

    private static List<String> tokens(World world) {
        var issuer = world.stack().issuer();
        var tokens = new ArrayList<String>();
        for (var n = 0; n < Ticks.ORGANISATIONS; n++) {
            tokens.add(issuer.token("doctor@" + Ticks.organisation(n)));
        }
        return tokens;
    }

    private static long memory(World world) {
        return Memory.mebibytes(world.stack().service(Service.NOTIFICATION).pid());
    }

    private static String each(long mebibytes, int readers) {
        return "%.1f KiB".formatted(mebibytes * 1024.0 / readers);
    }

    private void compare(
            Report report, int size, Crowd floor, Ticks floorTicks, Crowd product, Ticks ticks) {
        var beside = Heard.nothing();
        var ours = Heard.nothing();
        for (var n = 0; n < (quick ? 2 : 7); n++) {
            add(beside, round(floor, floorTicks, events()));
            add(ours, round(product, ticks, events()));
        }
        var readers = "%,d readers, ".formatted(size);
        report.latency(readers + "p50", beside.deliveries(), ours.deliveries(), 0.5, MOST);
        report.latency(readers + "p99", beside.deliveries(), ours.deliveries(), 0.99, MOST);
        report.latency(readers + "last, median", beside.last(), ours.last(), 0.5, MOST);
        report.latency(readers + "last, p99", beside.last(), ours.last(), 0.99, MOST);
    }

    private int events() {
        return quick ? 30 : 60;
    }

    private static void add(Heard heard, List<long[]> round) {
        heard.deliveries()
                .add(Sample.of(round.stream().flatMapToLong(Arrays::stream).boxed().toList(), 1));
        heard.last()
                .add(
                        Sample.of(
                                round.stream()
                                        .map(each -> Arrays.stream(each).max().orElseThrow())
                                        .toList(),
                                1));
    }

    /** One event after the other has reached everybody. */
    private static List<long[]> round(Crowd crowd, Ticks ticks, int events) {
        var heard = new ArrayList<long[]>();
        for (var n = 0; n < events; n++) {
            heard.add(crowd.hears(ticks::send));
            LockSupport.parkNanos(BETWEEN_TICKS_NANOS);
        }
        return heard;
    }
}
