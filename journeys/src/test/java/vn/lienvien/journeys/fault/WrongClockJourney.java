package vn.lienvien.journeys.fault;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.lienvien.journeys.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;
import vn.lienvien.local.StackPlan;
import vn.lienvien.local.client.Transfer;

/** I13: the clock of one service's host jumps, and no placement and no timer changes. */
@Tag("faults")
class WrongClockJourney {

    private static World world;
    private static Path state;
    private static final Map<Service, Path> CLOCKS = new EnumMap<>(Service.class);

    @BeforeAll
    static void everyServiceHasAClockOfItsOwn() throws IOException {
        var library = faketime();
        state = Path.of("target", "wrong-clock-" + Instant.now().toEpochMilli());
        var plan = StackPlan.in(state);
        for (var service : Service.values()) {
            var clock = state.resolve(service.database() + ".clock").toAbsolutePath();
            CLOCKS.put(service, clock);
            Files.createDirectories(state);
            Files.writeString(clock, "+0\n");
            plan =
                    plan.with(
                            service,
                            Map.of(
                                    "LD_PRELOAD", library.toString(),
                                    "FAKETIME_TIMESTAMP_FILE", clock.toString(),
                                    "FAKETIME_CACHE_DURATION", "1",
                                    "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                                    // Else every timed wait of the JVM spins.
                                    "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                                    "TZ", "UTC"));
        }
        world = World.start(plan);
    }

    /** Debian's package faketime; without it nothing here can be shown. */
    private static Path faketime() throws IOException {
        try (var folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-*")) {
            for (var folder : folders) {
                var library = folder.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return library;
                }
            }
        }
        assumeTrue(false, "libfaketime is not installed: apt-get install faketime");
        throw new AssertionError();
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
    }

    @BeforeEach
    void clear() {
        world.clearTheRoad();
    }

    @ParameterizedTest
    @CsvSource({
        "BED, 2",
        "BED, -2",
        "TRANSFER, 2",
        "TRANSFER, -2",
        "NOTIFICATION, 2",
        "NOTIFICATION, -2"
    })
    void changesNoPlacementAndNoTimer(Service service, int hours) throws Exception {
        var thongNhat = world.hospital("thong-nhat-hcmc");
        var tamAnh = world.hospital("tam-anh-hcmc");
        world.openOnly(1, thongNhat.adultUnit(), tamAnh.adultUnit());
        var transfer =
                world.hospital("trung-vuong").referrer().files(world.search(thongNhat, tamAnh));
        var held = thongNhat.doctor().offer(transfer);
        eventually(() -> assertThat(timers(transfer)).isNotEmpty());
        var timers = timers(transfer);
        var hold = Duration.between(held.heldAt(), held.until());

        set(service, "%+dh".formatted(hours));
        try {
            eventually(
                    () ->
                            assertThat(clockOf(service))
                                    .isCloseTo(
                                            Instant.now().plus(Duration.ofHours(hours)),
                                            within(1, ChronoUnit.MINUTES)));

            sweepersRun();
            assertThat(thongNhat.doctor().openOffer(transfer)).contains(held);
            assertThat(timers(transfer)).isEqualTo(timers);

            var now = databaseTime();
            world.later(hold.dividedBy(2));
            eventually(() -> assertThat(timers(transfer)).isNotEqualTo(timers));
            world.later(hold.dividedBy(2));
            var next = tamAnh.doctor().offer(transfer);
            assertThat(next.heldAt()).isBetween(now.plus(hold), databaseTime());
            assertThat(Duration.between(next.heldAt(), next.until())).isEqualTo(hold);
            tamAnh.doctor().confirms(transfer);
            eventually(
                    () ->
                            assertThat(world.picture(transfer).destination())
                                    .isEqualTo(tamAnh.adultUnit()));
        } finally {
            set(service, "+0");
        }
        RunningSystem.invariantsHold(world);
    }

    /** Another case goes through all three services, and the slowest timer has been looked at. */
    private static void sweepersRun() throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(7));
    }

    /** When what must be known of the transfer is due, and when somebody is told next. */
    private static List<List<String>> timers(Transfer transfer) throws SQLException {
        return world.databases()
                .rows(
                        "notification",
                        "select kind, due_at, next_at, step, ended from obligation where transfer_id = '%s' order by id"
                                .formatted(transfer.id()));
    }

    private static Instant databaseTime() throws SQLException {
        var micros =
                world.databases()
                        .rows("bed", "select (extract(epoch from app_now()) * 1000000)::bigint")
                        .getFirst()
                        .getFirst();
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }

    private static void set(Service service, String offset) throws IOException {
        Files.writeString(CLOCKS.get(service), offset + "\n");
    }

    /** As the process tells it at the head of a thread dump. */
    private static Instant clockOf(Service service) throws IOException {
        var process = world.stack().service(service);
        var log = state.resolve("services/" + process.name() + "/" + process.name() + ".log");
        var before = dumps(log).size();
        process.signal("QUIT");
        eventually(() -> assertThat(dumps(log)).hasSizeGreaterThan(before));
        return LocalDateTime.parse(
                        dumps(log).getLast(), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
                .toInstant(UTC);
    }

    private static List<String> dumps(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
                    .toList();
        }
    }
}
