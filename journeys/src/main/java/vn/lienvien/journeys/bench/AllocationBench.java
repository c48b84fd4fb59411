package vn.lienvien.journeys.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;
import vn.lienvien.local.StackPlan;
import vn.lienvien.local.client.Filing;
import vn.lienvien.local.client.Transfer;

/**
 * {@code ./lienvien bench allocation}: how soon after a request is stored a slot is held for it,
 * with the same forty suitable units among ever more; and how fast slots are given away when they
 * open while many wait.
 */
@Command(
        name = "allocation",
        mixinStandardHelpOptions = true,
        description =
                "From the stored request to the held slot, among 100 to 10,000 units; and 500 waiting.")
final class AllocationBench implements Callable<Integer> {

    private static final double MOST_MILLIS = 50;

    /** Of the median among all to that among the fewest: beyond noise, it grows with the units. */
    private static final double MOST_GROWTH = 1.5;

    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    private static final int TARGET_SIZE = 1_000;
    private static final int IN_FLIGHT = 8;
    private static final int RANKINGS = 20;
    private static final long PATIENCE_SECONDS = 60;

    @Option(names = "--requests", description = "one after the other, among each number of units")
    private int requests = 200;

    @Option(names = "--waiting", description = "requests that wait when slots open")
    private int waiting = 500;

    @Override
    public Integer call() throws IOException, SQLException {
        var plan =
                StackPlan.in(Files.createTempDirectory("lienvien-bench"))
                        .only(EnumSet.of(Service.TRANSFER, Service.BED));
        try (var world = World.start(plan)) {
            var commits = new Commits(world.databases());
            commits.follow();
            var report = new Report(System.out);
            report.line(
                    "Allocation: request stored → slot held, both committed; %d suitable units in all, %d requests."
                            .formatted(AllocationWards.SUITABLE, requests));
            report.head();
            oneAtATime(world, commits, report);
        }
        return 0;
    }

    private void oneAtATime(World world, Commits commits, Report report) throws SQLException {
        var wards = new AllocationWards(world.databases());
        var medians = new ArrayList<Double>();
        var made = 0;
        for (var units : SIZES) {
            wards.add(made, units);
            made = units;
            round(world, commits);
            var sample = round(world, commits);
            medians.add(sample.millis(0.5));
            var what = "%,d units, ".formatted(units);
            report.against(what + "p50", "%.1f ms".formatted(sample.millis(0.5)), true, "");
            var judged = units == TARGET_SIZE;
            report.against(
                    what + "p99",
                    "%.1f ms".formatted(sample.millis(0.99)),
                    !judged || sample.millis(0.99) <= MOST_MILLIS,
                    judged ? "50 ms" : "");
            if (judged) {
                manyWaiting(world, commits, report);
            }
            report.against(
                    what + "ranked for one",
                    "%.0f ms".formatted(rankings(world).millis(0.5)),
                    true,
                    "");
        }
        var growth = medians.getLast() / medians.getFirst();
        report.against(
                "p50 of the most to the fewest",
                "%.2f×".formatted(growth),
                growth <= MOST_GROWTH,
                "%.1f× (suitable units: 1×)".formatted(MOST_GROWTH));
    }

    /** The first of two is a warm-up: plans, caches and compiled code are for the new size. */
    private Sample round(World world, Commits commits) throws SQLException {
        var referrer = world.hospital("trung-vuong").referrer();
        var waits = new ArrayList<Long>();
        for (var n = 0; n < requests; n++) {
            var transfer = referrer.files(Filing.of("search", Instant.now())).id();
            waits.add(commits.waited(transfer));
        }
        world.clearTheRoad();
        Commits.until(() -> commits.count("slot where state = 'HELD'") == 0);
        return Sample.of(waits, 1);
    }

    /** What if: the whole directory is ranked, not only what is free and suitable. */
    private static Sample rankings(World world) {
        var patient =
                Map.of(
                        "origin", "trung-vuong",
                        "ecmoStatus", "RUNNING",
                        "ecmoMode", "VV",
                        "ageGroup", "ADULT",
                        "crrt", "YES");
        var took = new ArrayList<Long>();
        for (var n = 0; n < RANKINGS; n++) {
            var from = System.nanoTime();
            world.coordinator().post("/api/v1/placements/what-if", patient).orThrow();
            took.add(System.nanoTime() - from);
        }
        return Sample.of(took, 1);
    }

    private void manyWaiting(World world, Commits commits, Report report) throws SQLException {
        forEachSuitable(unit -> world.wards().open(unit, 0));
        fileMany(world);
        Commits.until(
                () -> commits.count("placement where stage in ('WAITING', 'OFFERED')") >= waiting);
        var left = commits.count("placement where stage = 'WAITING'"); // a few found another's bed
        var beds = (waiting + AllocationWards.SUITABLE - 1) / AllocationWards.SUITABLE;
        var from = commits.now();
        forEachSuitable(unit -> world.wards().open(unit, beds));
        var opened = commits.now() - from;
        Commits.until(() -> commits.heldSince(from).size() >= left);
        var holds = commits.heldSince(from);
        world.clearTheRoad();
        var sample = Sample.of(holds, holds.stream().mapToLong(it -> it).max().orElse(0) / 1e9);
        var what = "%d waiting, ".formatted(left);
        report.against(what + "slots given", "%.0f /s".formatted(sample.perSecond()), true, "");
        report.against(what + "first", "%.0f ms".formatted(sample.millis(0)), true, "");
        report.against(what + "last", "%.0f ms".formatted(sample.millis(1)), true, "");
        report.line(
                "  the units reported their free beds within %.1f s, while slots were given"
                        .formatted(opened));
    }

    private void fileMany(World world) {
        var referrer = world.hospital("trung-vuong").referrer();
        Callable<Transfer> one = () -> referrer.files(Filing.of("search", Instant.now()));
        inFlight(Collections.nCopies(waiting, one));
    }

    private interface OnUnit {
        void act(String unit);
    }

    private static void forEachSuitable(OnUnit action) {
        inFlight(
                AllocationWards.suitable().stream()
                        .<Callable<String>>map(
                                unit ->
                                        () -> {
                                            action.act(unit);
                                            return unit;
                                        })
                        .toList());
    }

    private static <T> List<T> inFlight(List<Callable<T>> calls) {
        try (var people = Executors.newFixedThreadPool(IN_FLIGHT)) {
            return people.invokeAll(calls).stream().map(AllocationBench::got).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static <T> T got(Future<T> awaited) {
        try {
            return awaited.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not done within a minute", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
