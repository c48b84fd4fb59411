package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.journeys.Eventually.eventually;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;
import vn.lienvien.local.ServiceProcess;
import vn.lienvien.local.StackPlan;
import vn.lienvien.local.client.LienVien;
import vn.lienvien.local.client.LiveStream;
import vn.lienvien.local.client.Person;
import vn.lienvien.local.client.Transfer;

/**
 * Two of each service on one database: one relay leads, one allocator places, both streams tell
 * all.
 */
class TwoReplicasJourney {

    private static final int TRANSFERS = Scale.of(20, 100);
    private static final Duration LEADER_IS_REPLACED_WITHIN = Duration.ofSeconds(15);

    private static World world;

    @BeforeAll
    static void twoOfEach() {
        var folder = Path.of("target", "two-replicas-" + Instant.now().toEpochMilli());
        world = World.start(StackPlan.in(folder).replicated(2));
    }

    @AfterAll
    static void stop() {
        if (world == null) {
            return;
        }
        try {
            RunningSystem.invariantsHold(world);
        } finally {
            world.close();
        }
    }

    @Test
    void oneRelayLeadsAndNothingIsDoneTwice() throws Exception {
        world.openForMany(TRANSFERS);
        try (var one = stream(0);
                var other = stream(1);
                var patients = new Patients(world)) {
            patients.setOut(TRANSFERS);
            var transfers = patients.arrive();

            for (var database : List.of("transfer", "bed", "notification")) {
                eventually(() -> assertThat(relayLeaders(database)).isOne());
            }
            for (var transfer : transfers) {
                eventually(
                        () ->
                                assertThat(world.told(transfer, TRANSFER))
                                        .containsExactly(
                                                "requested",
                                                "ready",
                                                "departed",
                                                "arrived",
                                                "handed-over"));
            }
            eventually(() -> assertThat(heard(one, transfers)).isEqualTo(heard(other, transfers)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aFrozenRelayLeaderIsReplacedAndDoesNoHarmWhenItWakes(int frozen) throws Exception {
        var asleep = world.stack().replicas(Service.TRANSFER).get(frozen);
        var awake = world.stack().replicas(Service.TRANSFER).get(1 - frozen);
        asleep.signal("STOP");
        try {
            var transfer = at(awake).files(world.search());

            await().atMost(Duration.ofMinutes(1)).until(() -> isPublished(transfer));
            assertThat(world.told(transfer, TRANSFER)).containsExactly("requested");
            assertThat(publishedAfter(transfer)).isLessThan(LEADER_IS_REPLACED_WITHIN);
        } finally {
            asleep.signal("CONT");
        }
        var next = at(awake).files(world.search());
        eventually(() -> assertThat(world.told(next, TRANSFER)).containsExactly("requested"));
        RunningSystem.invariantsHold(world);
    }

    /** The sender's own way to one replica, past the edge. */
    private static Person at(ServiceProcess replica) {
        return LienVien.at(replica.url(), world.stack().url())
                .patient(World.PRESS_AGAIN_FOR)
                .person("referrer", "trung-vuong");
    }

    private static LiveStream stream(int replica) {
        var notification = world.stack().replicas(Service.NOTIFICATION).get(replica);
        return LienVien.at(notification.url(), world.stack().url())
                .person("coordinator", "soyte-hcm")
                .follows();
    }

    private static List<String> heard(LiveStream stream, List<Transfer> transfers) {
        var ids =
                transfers.stream()
                        .map(Transfer::id)
                        .map(UUID::toString)
                        .collect(Collectors.toSet());
        return stream.seen().stream()
                .filter(event -> ids.contains(event.subject()))
                .map(event -> event.type() + " " + event.subject() + " " + event.sequence())
                .sorted()
                .toList();
    }

    private static boolean isPublished(Transfer transfer) throws SQLException {
        return publishedAfter(transfer) != null;
    }

    /** By the database's clock, however slowly we look; null while it waits. */
    private static Duration publishedAfter(Transfer transfer) throws SQLException {
        var sql =
                "select (extract(epoch from published_at - recorded_at) * 1000)::bigint from outbox where key = '%s'"
                        .formatted(transfer.id());
        var millis = world.databases().rows("transfer", sql).getFirst().getFirst();
        return millis == null ? null : Duration.ofMillis(Long.parseLong(millis));
    }

    /** Sessions that hold service-kit's leadership lock. */
    private static int relayLeaders(String database) throws SQLException {
        var sql =
                """
                select count(*) from pg_locks l join pg_database d on d.oid = l.database
                where l.locktype = 'advisory' and l.granted and d.datname = '%s'
                  and l.classid::bigint = x'4C5652'::bigint and l.objid::bigint = x'454C4159'::bigint
                """
                        .formatted(database);
        return Integer.parseInt(world.databases().rows(database, sql).getFirst().getFirst());
    }
}
