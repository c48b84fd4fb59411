package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.local.client.TransferState;

/** I18: a disk that fills and is freed again loses nothing acknowledged. */
@ExtendWith(ShakySystem.class)
class FullDiskJourney {

    private static final Duration NOTICED_WITHIN = Duration.ofMinutes(1);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);

    @Test
    void whileTheDatabaseHasNoRoomNothingIsAcknowledgedThatIsNotStored(ShakyGround ground)
            throws Exception {
        Struck.by(
                ground,
                witnesses -> {
                    beginANewFileOfTheLog(ground);
                    fillUntil(ground.ofDatabase(), () -> putOff(witnesses) > 5);
                    assertThat(ground.world().inState(TransferState.HANDED_OVER)).isNotNull();
                    ground.ofDatabase().free();
                });
    }

    /**
     * Where even the write-ahead log finds no room, PostgreSQL ends: it is up to the supervisor.
     */
    @Test
    @Tag("faults")
    void aDatabaseThatEndsForWantOfRoomIsBackOnceThereIsSome(ShakyGround ground) throws Exception {
        Struck.by(
                ground,
                witnesses -> {
                    fillUntil(
                            ground.ofDatabase(),
                            () -> {
                                turnTheLog(ground);
                                return ground.hasSaid("PostgreSQL died");
                            });
                    assertThat(ground.hasSaid("PostgreSQL is back")).isFalse();
                    ground.ofDatabase().free();
                    await().atMost(BACK_WITHIN).until(() -> ground.hasSaid("PostgreSQL is back"));
                });
    }

    @Test
    @Tag("faults")
    void aBrokerThatEndsForWantOfRoomIsBackOnceThereIsSomeAndRequestsAreTakenMeanwhile(
            ShakyGround ground) throws Exception {
        Struck.by(
                ground,
                witnesses -> {
                    fillUntil(ground.ofBroker(), () -> ground.hasSaid("Kafka died"));
                    assertThat(ground.hasSaid("Kafka is back")).isFalse();
                    ground.ofBroker().free();
                    await().atMost(BACK_WITHIN).until(() -> ground.hasSaid("Kafka is back"));
                    assertThat(witnesses.answers()).containsOnly(201);
                });
    }

    /**
     * Its 16 MiB last for the story: a log without room ends the database, as the next one tells.
     */
    private static void beginANewFileOfTheLog(ShakyGround ground) throws SQLException {
        var databases = ground.world().databases();
        databases.execute("postgres", "select pg_switch_wal()");
        databases.execute(
                "postgres",
                "select pg_logical_emit_message(true, 'journey', 'is written at once')");
    }

    /** What is deleted meanwhile leaves room, which is filled again. */
    private static void fillUntil(SmallDisk disk, BooleanSupplier noticed) {
        await().atMost(NOTICED_WITHIN)
                .until(
                        () -> {
                            disk.fill();
                            return noticed.getAsBoolean();
                        });
    }

    private static long putOff(Witnesses witnesses) {
        return witnesses.answers().stream().filter(status -> status == 503).count();
    }

    private static void turnTheLog(ShakyGround ground) {
        try {
            ground.world().databases().execute("postgres", "select pg_switch_wal()");
        } catch (SQLException e) {
            // It has ended.
        }
    }
}
