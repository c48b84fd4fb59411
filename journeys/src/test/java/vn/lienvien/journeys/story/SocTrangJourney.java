package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;
import static vn.lienvien.local.client.TransferState.ARRIVED;
import static vn.lienvien.local.client.TransferState.HANDED_OVER;
import static vn.lienvien.local.client.TransferState.IN_TRANSIT;
import static vn.lienvien.local.client.TransferState.OFFERED;
import static vn.lienvien.local.client.TransferState.READY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Fact;

/** C01, the case that must always work: agreed, ECMO running, the team already there, 220 km. */
@ExtendWith(RunningSystem.class)
class SocTrangJourney {

    @Test
    void whatTwoDoctorsAgreedIsConfirmedInOneTapAndThePatientTravels(World world) {
        var socTrang = world.hospital("soc-trang-covid");
        var htd = world.hospital("htd-hcmc");
        world.open(htd.adultUnit(), 1);

        var transfer = socTrang.referrer().files(world.request("C01"));
        socTrang.referrer()
                .records(transfer, Fact.TEAM_AT_BEDSIDE, Map.of("organisation", "htd-hcmc"));
        var picture = Picture.in(OFFERED).team("AT_BEDSIDE", "htd-hcmc");
        eventually(() -> assertThat(world.picture(transfer)).isEqualTo(picture));

        htd.doctor().opens(transfer);
        htd.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(picture.now(ACCEPTED).to(htd.adultUnit())));
        assertThat(
                        htd.doctor()
                                .get("/api/v1/transfers/" + transfer.id() + "/identity")
                                .path("fullName")
                                .asText())
                .isEqualTo("Trần Thị Bưởi");

        htd.team().isReady(transfer);
        assertThat(world.picture(transfer).state()).isEqualTo(READY);
        htd.team().records(transfer, Fact.DEPARTED);
        assertThat(world.picture(transfer).state()).isEqualTo(IN_TRANSIT);
        htd.team()
                .records(
                        transfer,
                        Fact.ARRIVED,
                        Map.of("organisation", "htd-hcmc", "unit", htd.adultUnit()));
        assertThat(world.picture(transfer).state()).isEqualTo(ARRIVED);
        htd.doctor().records(transfer, Fact.HANDED_OVER);
        assertThat(world.picture(transfer).state()).isEqualTo(HANDED_OVER);

        eventually(
                () ->
                        assertThat(world.told(transfer, PLACEMENT))
                                .containsExactly(
                                        "slot-held",
                                        "offer-opened",
                                        "slot-confirmed",
                                        "slot-occupied"));
        eventually(
                () ->
                        assertThat(world.told(transfer, TRANSFER))
                                .containsExactly(
                                        "requested",
                                        "team-moved",
                                        "ready",
                                        "departed",
                                        "arrived",
                                        "handed-over"));
        assertThat(socTrang.referrer().timeline(transfer).stageTimes())
                .noneMatch(stage -> stage.fault());
    }
}
