package vn.lienvien.journeys.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienvien.events.AlertEvent.DutyRole;
import vn.lienvien.events.Urgency;
import vn.lienvien.journeys.StubGateway;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;
import vn.lienvien.local.StackPlan;
import vn.lienvien.local.client.Filing;

/**
 * {@code ./lienvien bench alerts}: how soon after an alert is stored the gateway is first called
 * for it, when many are due at once because the service was away for a moment.
 */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "From the stored alert to its first attempt, with many opened at once.")
final class AlertsBench implements Callable<Integer> {

    private static final double MOST_MILLIS = 2000;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();
    private static final String UNPUBLISHED =
            "select count(*) from outbox where published_at is null";

    /** One for each slot held. */
    private static final String ASKED =
            "select count(*) from obligation where kind = 'ANSWER_OFFER'";

    private static final String DUE = "select count(*) from delivery where state = 'DUE'";

    /** Such as no gateway's contract would allow, so that the limit is not what is measured. */
    private static final Map<String, String> NO_LIMIT =
            Map.of("LIENVIEN_NOTIFICATION_CHANNEL_PER_HOUR", "100000");

    /** As many as transfer-service serves at a time; nobody is told before all have filed. */
    private static final int PEOPLE = 16;

    @Option(names = "--at-once", description = "requests told of at once (default: 200)")
    private int atOnce = 200;

    @Override
    public Integer call() throws IOException, SQLException {
        try (var gateway = StubGateway.start()) {
            var plan =
                    StackPlan.in(Files.createTempDirectory("lienvien-bench"))
                            .with(Service.NOTIFICATION, gateway.settings())
                            .with(Service.NOTIFICATION, NO_LIMIT);
            try (var world = World.start(plan)) {
                measure(world, gateway, new Report(System.out));
            }
        }
        return 0;
    }

    private void measure(World world, StubGateway gateway, Report report) throws SQLException {
        new BenchWards(world.databases(), world.wards()).open(4 * atOnce);
        keepContacts(world);
        report.line(
                "Alerts: stored with the obligation → the gateway is called; %d requests, told of at once."
                        .formatted(atOnce));
        report.head();
        burst(world, gateway, Urgency.U1);
        for (var urgency : List.of(Urgency.U1, Urgency.U2)) {
            tell(report, urgency, burst(world, gateway, urgency));
        }
    }

    private static void tell(Report report, Urgency urgency, Sample waits) {
        var what = "%s, %d attempts, ".formatted(urgency, waits.nanos().size());
        report.against(what + "p50", "%.0f ms".formatted(waits.millis(0.5)), true, "");
        report.against(
                what + "p99",
                "%.0f ms".formatted(waits.millis(0.99)),
                waits.millis(0.99) <= MOST_MILLIS,
                "2 s");
        report.against(what + "last", "%.0f ms".formatted(waits.millis(1)), true, "");
    }

    /** Everybody who may be told has a phone. */
    private static void keepContacts(World world) {
        BenchWards.hospitals().forEach(hospital -> keep(world, hospital, DutyRole.DOCTOR));
        keep(world, "soyte-hcm", DutyRole.COORDINATOR);
        keep(world, "trung-vuong", DutyRole.REFERRER);
    }

    private static void keep(World world, String organisation, DutyRole role) {
        world.coordinator()
                .puts(
                        "/api/v1/contacts/" + organisation + "/" + role,
                        Map.of("phone", "0903 123 456", "language", "vi"))
                .orThrow();
    }

    /**
     * How long each message of one burst waited for its first attempt. Database and bench have one
     * clock here; what was left of the burst before is not of this one.
     */
    private Sample burst(World world, StubGateway gateway, Urgency urgency) throws SQLException {
        var began = Instant.now();
        var held = held(world);
        world.pause(Service.NOTIFICATION);
        try {
            file(world, urgency);
            until(() -> held(world) >= held + atOnce && published(world));
        } finally {
            world.resume(Service.NOTIFICATION);
        }
        until(
                () ->
                        count(world, "notification", ASKED) >= held(world)
                                && world.everythingIsRead()
                                && count(world, "notification", DUE) == 0);
        var heard = heard(gateway);
        var waits = new ArrayList<Long>();
        ordered(world)
                .forEach(
                        (reference, at) -> {
                            if (at.isAfter(began) && heard.containsKey(reference)) {
                                waits.add(Duration.between(at, heard.get(reference)).toNanos());
                            }
                        });
        return Sample.of(waits, 1);
    }

    private static Map<String, Instant> heard(StubGateway gateway) {
        var heard = new HashMap<String, Instant>();
        gateway.asked().forEach(each -> heard.putIfAbsent(each.reference(), each.at()));
        return heard;
    }

    private void file(World world, Urgency urgency) {
        var referrer = world.hospital("trung-vuong").referrer();
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            Callable<?> one =
                    () ->
                            referrer.files(
                                    Filing.of("search", Instant.now())
                                            .put("urgency", urgency.name()));
            var all = Stream.generate(() -> people.submit(one)).limit(atOnce).toList();
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request was not filed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When each message was stored, by its reference; those no longer wanted are left out. */
    private static Map<String, Instant> ordered(World world) throws SQLException {
        var ordered = new HashMap<String, Instant>();
        for (var row :
                world.databases()
                        .rows(
                                "notification",
                                "select reference, to_char(ordered_at at time zone 'UTC',"
                                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from delivery where channel = 'sms' and state <> 'WITHDRAWN'")) {
            ordered.put(row.getFirst(), Instant.parse(row.getLast()));
        }
        return ordered;
    }

    private static long held(World world) throws SQLException {
        return count(world, "bed", "select count(*) from slot where state = 'HELD'");
    }

    private static boolean published(World world) throws SQLException {
        return count(world, "bed", UNPUBLISHED) == 0 && count(world, "transfer", UNPUBLISHED) == 0;
    }

    private static long count(World world, String database, String sql) throws SQLException {
        return Long.parseLong(world.databases().rows(database, sql).getFirst().getFirst());
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void until(Condition condition) throws SQLException {
        var from = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - from > PATIENCE_NANOS) {
                throw new IllegalStateException("not done within two minutes");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }
}
