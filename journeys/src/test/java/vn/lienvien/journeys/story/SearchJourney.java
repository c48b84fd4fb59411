package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;
import static vn.lienvien.local.client.TransferState.CONSULTING;
import static vn.lienvien.local.client.TransferState.OFFERED;
import static vn.lienvien.local.client.TransferState.SEEKING;
import static vn.lienvien.local.client.TransferState.WAITING;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.events.PlacementEvent.NotNowReason;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Capacity;

/** Nobody has agreed anything: the machine finds a place, and people may always stop it. */
@ExtendWith(RunningSystem.class)
class SearchJourney {

    private static final Duration HOLD_OF_U2 = Duration.ofMinutes(61);

    @Test
    void notNowMovesOnToTheNextUnit(World world) {
        var umc = world.hospital("umc-hcmc");
        var nd115 = world.hospital("nd-115");
        world.openOnly(1, umc.adultUnit(), nd115.adultUnit());

        var transfer = world.hospital("trung-vuong").referrer().files(world.search(umc, nd115));
        umc.doctor().saysNotNow(transfer, NotNowReason.NO_STAFFED_BED);
        nd115.doctor().confirms(transfer);

        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).to(nd115.adultUnit())));
        eventually(
                () ->
                        assertThat(world.told(transfer, PLACEMENT))
                                .containsExactly(
                                        "slot-held",
                                        "offer-not-now",
                                        "seeking-resumed",
                                        "slot-held",
                                        "slot-confirmed"));
        assertThat(umc.doctor().openOffer(transfer)).isEmpty();
    }

    @Test
    void aSilentUnitLapsesAndTheNextIsAsked(World world) {
        var thongNhat = world.hospital("thong-nhat-hcmc");
        var tamAnh = world.hospital("tam-anh-hcmc");
        world.openOnly(1, thongNhat.adultUnit(), tamAnh.adultUnit());

        var transfer =
                world.hospital("trung-vuong").referrer().files(world.search(thongNhat, tamAnh));
        thongNhat.doctor().offer(transfer);
        world.later(HOLD_OF_U2);
        tamAnh.doctor().confirms(transfer);

        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).to(tamAnh.adultUnit())));
        eventually(
                () ->
                        assertThat(world.told(transfer, PLACEMENT))
                                .containsExactly(
                                        "slot-held",
                                        "offer-lapsed",
                                        "seeking-resumed",
                                        "slot-held",
                                        "slot-confirmed"));
    }

    @Test
    void onceACaseIsOpenedTheMachineNeverJumps(World world) {
        var ngheAn = world.hospital("nghe-an");
        var phuTho = world.hospital("phu-tho");
        world.openOnly(1, ngheAn.adultUnit(), phuTho.adultUnit());

        var transfer = world.hospital("trung-vuong").referrer().files(world.search(ngheAn, phuTho));
        ngheAn.doctor().opens(transfer);
        ngheAn.doctor().consults(transfer);
        world.later(HOLD_OF_U2);
        eventually(() -> assertThat(world.picture(transfer)).isEqualTo(Picture.in(CONSULTING)));

        world.later(Duration.ofMinutes(125));
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(SEEKING).forPeople()));
        assertThat(world.told(transfer, PLACEMENT))
                .containsExactly(
                        "slot-held",
                        "offer-opened",
                        "consulting-started",
                        "offer-lapsed",
                        "automation-paused");
        assertThat(phuTho.doctor().openOffer(transfer)).isEmpty();
    }

    @Test
    void nothingFreeIsNeverAFinalNo(World world) {
        var kienGiang = world.hospital("kien-giang");
        world.openOnly(1, kienGiang.adultUnit());
        var first = world.hospital("trung-vuong").referrer().files(world.search(kienGiang));
        kienGiang.doctor().confirms(first);

        var second = world.hospital("ca-mau").referrer().files(world.search(kienGiang));
        eventually(() -> assertThat(world.picture(second)).isEqualTo(Picture.in(WAITING)));
        kienGiang.nurse().reports(kienGiang.adultUnit(), Capacity.free(2));

        eventually(() -> assertThat(world.picture(second)).isEqualTo(Picture.in(OFFERED)));
        kienGiang.doctor().confirms(second);
        eventually(
                () ->
                        assertThat(world.told(second, PLACEMENT))
                                .containsExactly("waiting", "slot-held", "slot-confirmed"));
    }
}
