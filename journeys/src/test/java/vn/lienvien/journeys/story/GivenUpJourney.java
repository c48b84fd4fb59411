package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;
import static vn.lienvien.local.client.TransferState.IN_TRANSIT;
import static vn.lienvien.local.client.TransferState.OFFERED;
import static vn.lienvien.local.client.TransferState.SEEKING;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Fact;
import vn.lienvien.local.client.Transfer;

/** A coordinator gives up a confirmed place: the machine waits until a person says what next. */
@ExtendWith(RunningSystem.class)
class GivenUpJourney {

    @Test
    void nothingMovesByItselfUntilSomebodyAsksAgain(World world) {
        var hue = world.hospital("hue-central");
        world.openOnly(3, hue.adultUnit());
        var sender = world.hospital("trung-vuong").referrer();
        var transfer = sender.files(world.search(hue));
        hue.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).to(hue.adultUnit())));

        givesUp(world, transfer);

        var waits = Picture.in(SEEKING).forPeople();
        eventually(() -> assertThat(world.picture(transfer)).isEqualTo(waits));
        eventually(
                () ->
                        assertThat(world.obligations(world.coordinator(), transfer))
                                .contains("DECIDE_NEXT"));
        placesAnother(world);
        assertThat(world.picture(transfer)).isEqualTo(waits);
        assertThat(world.told(transfer, TRANSFER)).containsExactly("requested");
        assertThat(world.told(transfer, PLACEMENT))
                .containsExactly(
                        "slot-held", "slot-confirmed", "offer-released", "automation-paused");

        sender.post("/api/v1/transfers/" + transfer.id() + "/routing", Map.of("routing", "SEARCH"))
                .orThrow();
        hue.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).attempt(2).to(hue.adultUnit())));
    }

    @Test
    void onTheRoadAsWell(World world) {
        var hue = world.hospital("hue-central");
        world.openOnly(2, hue.adultUnit());
        var sender = world.hospital("trung-vuong").referrer();
        var transfer = sender.files(world.search(hue));
        hue.doctor().confirms(transfer);
        eventually(() -> assertThat(world.picture(transfer).state()).isEqualTo(ACCEPTED));
        sender.isReady(transfer);
        sender.records(transfer, Fact.DEPARTED);

        givesUp(world, transfer);

        var waits = Picture.in(IN_TRANSIT).diversion("SEEKING").forPeople();
        eventually(() -> assertThat(world.picture(transfer)).isEqualTo(waits));
        placesAnother(world);
        assertThat(world.picture(transfer)).isEqualTo(waits);
        assertThat(world.told(transfer, TRANSFER))
                .containsExactly("requested", "ready", "departed");
    }

    private static void givesUp(World world, Transfer transfer) {
        world.coordinator()
                .post(
                        "/api/v1/placements/" + transfer.id() + "/release",
                        Map.of("reason", "the unit has lost its water supply"))
                .orThrow();
    }

    /** So the allocator has been awake since, and has left the first one alone. */
    private static void placesAnother(World world) {
        var hue = world.hospital("hue-central");
        var other = world.hospital("ca-mau").referrer().files(world.search(hue));
        eventually(() -> assertThat(world.picture(other)).isEqualTo(Picture.in(OFFERED)));
    }
}
