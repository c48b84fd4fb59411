package vn.lienvien.local.demo;

import static vn.lienvien.local.client.Fact.ARRIVED;
import static vn.lienvien.local.client.Fact.DEPARTED;
import static vn.lienvien.local.client.Fact.HANDED_OVER;
import static vn.lienvien.local.client.Fact.READING;
import static vn.lienvien.local.client.Fact.TEAM_AT_BEDSIDE;

import java.time.Duration;
import java.util.Map;

/**
 * C01, the case that must always work: agreed between two hospitals, ECMO running, 220 km by road.
 */
final class SocTrang implements Story {

    @Override
    public String name() {
        return "C01";
    }

    @Override
    public Line title() {
        return new Line(
                "Đêm 08/11/2021: Sóc Trăng → BV Bệnh Nhiệt đới TP.HCM, ECMO đang chạy",
                "Night of 2021-11-08: Sóc Trăng → Hospital for Tropical Diseases, ECMO running");
    }

    @Override
    public Duration lasts() {
        return Duration.ofMinutes(432);
    }

    @Override
    public void tell(Teller t) {
        var socTrang = t.hospital("soc-trang-covid");
        var htd = t.hospital("htd-hcmc");
        t.files(
                socTrang.referrer(),
                "C01",
                new Line(
                        "Gửi yêu cầu: nữ 23 tuổi, VV-ECMO ngày 17, cần lọc máu liên tục; hai bên đã thống nhất",
                        "Files the request: F 23, VV-ECMO day 17, needs CRRT; both hospitals have agreed"),
                "transfer.requested",
                Teller.ASKED);
        t.step(
                3,
                socTrang.referrer(),
                new Line(
                        "Ghi nhận: ê-kíp BV Bệnh Nhiệt đới đã có mặt tại giường",
                        "Records: the team of HTD is at the bedside already"),
                p -> p.records(t.transfer(), TEAM_AT_BEDSIDE, Map.of("organisation", "htd-hcmc")),
                "transfer.team-moved");
        t.step(
                6,
                htd.doctor(),
                new Line("Mở hồ sơ ca bệnh", "Opens the case"),
                p -> p.opens(t.transfer()),
                "placement.offer-opened");
        t.step(
                9,
                htd.doctor(),
                new Line("Xác nhận “như đã thống nhất”: một chạm", "Confirms “as agreed”: one tap"),
                p -> p.confirms(t.transfer()),
                "placement.slot-confirmed");
        t.untilAccepted();
        t.step(
                70,
                htd.team(),
                new Line("Bảng kiểm trước chuyển: đạt", "Departure checklist: passed"),
                p -> p.isReady(t.transfer()),
                "transfer.ready");
        t.step(
                85,
                htd.team(),
                new Line("Rời Sóc Trăng, ECMO chạy trên xe", "Leaves Sóc Trăng, circuit running"),
                p -> p.records(t.transfer(), DEPARTED),
                "transfer.departed");
        t.step(
                240,
                htd.team(),
                new Line(
                        "Trên đường: lưu lượng 4,4 L/phút, pin 96 %",
                        "On the road: flow 4.4 L/min, battery 96 %"),
                p ->
                        p.records(
                                t.transfer(),
                                READING,
                                Map.of("reading", Map.of("flowLMin", 4.4, "batteryPercent", 96))));
        t.step(
                405,
                htd.team(),
                new Line(
                        "Đến khoa Hồi sức người lớn sau hơn 5 giờ",
                        "Arrives at the adult ICU after five hours"),
                p ->
                        p.records(
                                t.transfer(),
                                ARRIVED,
                                Map.of("organisation", "htd-hcmc", "unit", htd.adultUnit())),
                "transfer.arrived",
                "placement.slot-occupied");
        t.step(
                432,
                htd.doctor(),
                new Line(
                        "Nhận bàn giao; lọc máu liên tục cấp cứu bắt đầu",
                        "Takes over; urgent CRRT starts"),
                p -> p.records(t.transfer(), HANDED_OVER),
                "transfer.handed-over");
    }
}
