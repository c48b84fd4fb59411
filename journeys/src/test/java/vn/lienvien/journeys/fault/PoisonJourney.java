package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.events.TransferEvent.EndKind.CANCELLED;
import static vn.lienvien.journeys.Eventually.eventually;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.TransferState;

/** Whatever lies on a topic: effects once, parked where due, and other transfers unharmed. */
@ExtendWith(RunningSystem.class)
class PoisonJourney {

    private static final String REQUESTED = "vn.lienvien.transfer.requested.v1";

    @Test
    void theSameEventsAgainAndAgainHaveTheirEffectOnce(World world) throws Exception {
        var choRay = world.hospital("cho-ray");
        world.openOnly(3, choRay.adultUnit());
        var transfer = world.hospital("trung-vuong").referrer().files(world.search(choRay));
        choRay.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(
                                        Picture.in(TransferState.ACCEPTED).to(choRay.adultUnit())));
        eventually(() -> assertThat(world.everythingIsRead()).isTrue());
        var before = world.effects(transfer);

        try (var raw = new RawTopic(world.bootstrap())) {
            var lines = RawRecords.of(world.bootstrap(), TRANSFER.topicName());
            raw.again(RawRecords.ofKey(lines, transfer.id()));
            raw.again(RawRecords.ofKey(lines, transfer.id()));
            raw.again(lines);
            raw.again(RawRecords.of(world.bootstrap(), "lienvien.placement.events"));
        }

        eventually(() -> assertThat(world.everythingIsRead()).isTrue());
        assertThat(world.effects(transfer)).isEqualTo(before);
        stillWorks(world);
    }

    @Test
    void anUnknownTypeIsSkipped(World world) throws Exception {
        var stranger = UUID.randomUUID();
        write(world, stranger, "vn.lienvien.transfer.sung-about.v1", stranger.toString(), "{}");

        stillWorks(world);
        assertThat(world.parked(stranger)).isEmpty();
    }

    @Test
    void anUnknownVersionIsParked(World world) throws Exception {
        var stranger = UUID.randomUUID();
        write(world, stranger, "vn.lienvien.transfer.requested.v9", stranger.toString(), "{}");

        eventually(() -> assertThat(world.parked(stranger)).contains("UNKNOWN_VERSION"));
        stillWorks(world);
    }

    @Test
    void aCoordinatorIsAlarmedOfAParkedKeyInWhicheverServiceUntilItMovesAgain(World world)
            throws Exception {
        var stranger = UUID.randomUUID();
        write(world, stranger, REQUESTED, stranger.toString(), "{}");
        eventually(
                () ->
                        assertThat(alarms(world, stranger))
                                .as("of bed-service by its topic, of notification-service itself")
                                .containsExactly("PLACEMENT stands", "SERVICE stands"));

        discardAll(world, "bed", stranger);

        eventually(
                () ->
                        assertThat(alarms(world, stranger))
                                .containsExactly("PLACEMENT CLOSED_BY_EVENT", "SERVICE stands"));
        discardAll(world, "notification", stranger);
        eventually(
                () ->
                        assertThat(alarms(world, stranger))
                                .containsExactly(
                                        "PLACEMENT CLOSED_BY_EVENT", "SERVICE CLOSED_BY_EVENT"));
    }

    private static void discardAll(World world, String service, UUID key) {
        var parked = "/api/v1/operations/" + service + "/parked";
        world.coordinator()
                .get(parked + "?key=" + key)
                .path("items")
                .valueStream()
                .forEach(
                        record ->
                                world.coordinator()
                                        .post(
                                                parked + "/" + record.path("id") + "/discard",
                                                Map.of("reason", "poison of a story")));
    }

    private static List<String> alarms(World world, UUID key) throws SQLException {
        return world
                .databases()
                .rows(
                        "notification",
                        "select source || ' ' || coalesce(ended, 'stands') from obligation"
                                + " where kind = 'CHECK_PARKED' and subject = '"
                                + key
                                + "' order by source")
                .stream()
                .map(List::getFirst)
                .toList();
    }

    @Test
    void bytesThatAreNoEventAreParked(World world) throws Exception {
        var stranger = UUID.randomUUID();
        write(world, stranger, REQUESTED, stranger.toString(), "\u0000\u0001 not json");

        eventually(() -> assertThat(world.parked(stranger)).contains("BAD_DATA"));
        stillWorks(world);
    }

    @Test
    void anEventUnderTheWrongKeyIsParkedAndHarmsNeither(World world) throws Exception {
        var stranger = UUID.randomUUID();
        var other = UUID.randomUUID();
        write(world, stranger, REQUESTED, other.toString(), "{}");

        eventually(() -> assertThat(world.parked(other)).contains("WRONG_KEY"));
        stillWorks(world);
    }

    private static void write(World world, UUID transfer, String type, String key, String body)
            throws Exception {
        List.of(transfer.toString(), key).forEach(world::poisoned);
        try (var raw = new RawTopic(world.bootstrap())) {
            raw.write(TRANSFER.topicName(), key, RawTopic.headers(type, transfer, 1), body);
        }
    }

    private static void stillWorks(World world) {
        var nd115 = world.hospital("nd-115");
        world.openOnly(5, nd115.adultUnit());
        var transfer = world.hospital("trung-vuong").referrer().files(world.search(nd115));
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(TransferState.OFFERED)));
        world.hospital("trung-vuong").referrer().ends(transfer, CANCELLED, "only asked");
    }
}
