package vn.lienvien.local.demo;

import static vn.lienvien.local.client.Fact.ARRIVED;
import static vn.lienvien.local.client.Fact.DEPARTED;
import static vn.lienvien.local.client.Fact.HANDED_OVER;

import java.time.Duration;
import java.util.Map;
import vn.lienvien.events.PlacementEvent.NotNowReason;
import vn.lienvien.local.client.Capacity;
import vn.lienvien.local.client.Hospital;

/** Nobody has agreed anything: the first unit of the ranking says not now, the next one accepts. */
final class Searched implements Story {

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Line title() {
        return new Line(
                "Tìm nơi nhận: đơn vị thứ nhất “chưa nhận được”, đơn vị kế tiếp nhận",
                "A search: the first unit says not now, the next one accepts");
    }

    @Override
    public Duration lasts() {
        return Duration.ofHours(3);
    }

    @Override
    public void tell(Teller t) {
        var trungVuong = t.hospital("trung-vuong");
        t.files(
                trungVuong.referrer(),
                "search",
                new Line(
                        "Tìm nơi nhận: nam 41 tuổi, VV-ECMO ngày 2",
                        "Asks for a place: M 41, VV-ECMO day 2"),
                "transfer.requested",
                Teller.ASKED);
        var first = asked(t, trungVuong);
        t.step(
                8,
                first.doctor(),
                new Line("Chưa nhận được: không đủ nhân lực", "Not now: no staffed bed"),
                p -> p.saysNotNow(t.transfer(), NotNowReason.NO_STAFFED_BED),
                "placement.offer-not-now",
                Teller.ASKED);
        var next = asked(t, trungVuong);
        t.step(
                14,
                next.doctor(),
                new Line("Mở hồ sơ ca bệnh", "Opens the case"),
                p -> p.opens(t.transfer()),
                "placement.offer-opened");
        t.step(
                20,
                next.doctor(),
                new Line("Đồng ý nhận", "Accepts"),
                p -> p.confirms(t.transfer()),
                "placement.slot-confirmed");
        t.untilAccepted();
        travel(t, next);
        t.step(
                180,
                first.nurse(),
                new Line(
                        "Ca sau: báo lại còn hai giường có nhân lực",
                        "Next shift: reports two staffed beds again"),
                p -> p.reports(first.adultUnit(), Capacity.free(2)));
    }

    private static void travel(Teller t, Hospital to) {
        t.step(
                80,
                to.team(),
                new Line("Bảng kiểm trước chuyển: đạt", "Departure checklist: passed"),
                p -> p.isReady(t.transfer()),
                "transfer.ready");
        t.step(
                90,
                to.team(),
                new Line("Xuất phát", "Departs"),
                p -> p.records(t.transfer(), DEPARTED),
                "transfer.departed");
        t.step(
                130,
                to.team(),
                new Line("Đến nơi", "Arrives"),
                p ->
                        p.records(
                                t.transfer(),
                                ARRIVED,
                                Map.of("organisation", to.code(), "unit", to.adultUnit())),
                "transfer.arrived",
                "placement.slot-occupied");
        t.step(
                150,
                to.doctor(),
                new Line("Nhận bàn giao", "Takes over"),
                p -> p.records(t.transfer(), HANDED_OVER),
                "transfer.handed-over");
    }

    private static Hospital asked(Teller t, Hospital origin) {
        return t.hospital(t.liveOffer(origin.referrer()).organisation());
    }
}
