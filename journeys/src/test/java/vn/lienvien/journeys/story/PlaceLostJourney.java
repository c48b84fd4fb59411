package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.PlacementEvent.WithdrawnBecause.NO_STAFF;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;

/** A unit takes back what it confirmed: an alarm, and a new search at top rank. */
@ExtendWith(RunningSystem.class)
class PlaceLostJourney {

    @Test
    void withdrawnAfterConfirmSeeksAnewAndNeverTheSameUnit(World world) {
        var hue = world.hospital("hue-central");
        var mh103 = world.hospital("mh-103");
        world.openOnly(1, hue.adultUnit(), mh103.adultUnit());
        var transfer = world.hospital("trung-vuong").referrer().files(world.search(hue, mh103));
        var offer = hue.doctor().offer(transfer).id();
        hue.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).to(hue.adultUnit())));

        hue.doctor().withdraws(transfer, offer, NO_STAFF);
        mh103.doctor().confirms(transfer);

        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).attempt(2).to(mh103.adultUnit())));
        eventually(
                () ->
                        assertThat(world.told(transfer, TRANSFER))
                                .containsExactly("requested", "placement-sought"));
        eventually(
                () ->
                        assertThat(world.told(transfer, PLACEMENT))
                                .containsExactly(
                                        "slot-held",
                                        "slot-confirmed",
                                        "slot-withdrawn",
                                        "slot-held",
                                        "slot-confirmed"));
        eventually(
                () ->
                        assertThat(world.obligations(world.coordinator(), transfer))
                                .contains("KNOW_WITHDRAWN"));
    }
}
