package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.journeys.Eventually.eventually;

import java.time.Duration;
import org.apache.kafka.common.GroupType;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;
import vn.lienvien.local.client.TransferState;

/** kill -9 in the middle of many journeys: nothing acknowledged is lost, nothing is done twice. */
@ExtendWith(RunningSystem.class)
class CrashJourney {

    private static final int TRANSFERS = Scale.of(30, 200);

    /** What it is to manage with the machine to itself; a build shares its cores. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(Scale.of(60, 5));

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "bed", "notification", "Kafka", "PostgreSQL"})
    void everyJourneyIsFinishedAlthoughAPartIsKilled(String part, World world) throws Exception {
        world.openForMany(TRANSFERS);
        try (var patients = new Patients(world)) {
            patients.setOut(TRANSFERS);
            patients.areAcknowledged(TRANSFERS / 4);

            world.part(part).kill();
            world.part(part).restart();

            patients.areAllHandedOver();
        }
        RunningSystem.invariantsHold(world);
    }

    /**
     * As the static member that it was: any other waits until the broker has given up the one that
     * was killed, and under the new protocol even the same one would.
     */
    @ParameterizedTest
    @EnumSource(Service.class)
    void aRestartedConsumerIsSoonBackInItsOldPlace(Service service, World world) {
        var choRay = world.hospital("cho-ray");
        world.openOnly(2, choRay.adultUnit());
        world.stack().service(service).kill();
        world.stack().service(service).restart();

        var transfer = world.hospital("trung-vuong").referrer().files(world.search(choRay));

        await().atMost(BACK_WITHIN)
                .untilAsserted(
                        () -> {
                            assertThat(world.told(transfer, PLACEMENT))
                                    .containsExactly("slot-held");
                            assertThat(world.picture(transfer))
                                    .isEqualTo(Picture.in(TransferState.OFFERED));
                            assertThat(world.obligations(choRay.doctor(), transfer))
                                    .contains("ANSWER_OFFER");
                        });
        var node = world.stack().service(service).name();
        eventually(
                () ->
                        assertThat(Readers.of(world.bootstrap(), service))
                                .isNotEmpty()
                                .allSatisfy(
                                        reader -> {
                                            assertThat(reader.type()).isEqualTo(GroupType.CLASSIC);
                                            assertThat(reader.members())
                                                    .containsExactly(node + "-" + reader.group());
                                        }));
    }
}
