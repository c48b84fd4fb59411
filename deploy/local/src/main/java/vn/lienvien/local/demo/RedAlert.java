package vn.lienvien.local.demo;

import static vn.lienvien.local.client.Fact.ARRIVED;
import static vn.lienvien.local.client.Fact.CANNULATED;
import static vn.lienvien.local.client.Fact.DEPARTED;
import static vn.lienvien.local.client.Fact.HANDED_OVER;
import static vn.lienvien.local.client.Fact.TEAM_AT_BEDSIDE;
import static vn.lienvien.local.client.Fact.TEAM_LEFT;

import java.time.Duration;
import java.util.Map;

/** C06, a red alert between hospitals: the team goes first, to its own hospital's bed. */
final class RedAlert implements Story {

    @Override
    public String name() {
        return "C06";
    }

    @Override
    public Line title() {
        return new Line(
                "27/10/2025: báo động đỏ liên viện, BV Sài Gòn → BV Nhân dân Gia Định",
                "2025-10-27: red alert between hospitals, Saigon General → Gia Định People's");
    }

    @Override
    public Duration lasts() {
        return Duration.ofMinutes(95);
    }

    @Override
    public void tell(Teller t) {
        var saiGon = t.hospital("sai-gon");
        var giaDinh = t.hospital("gia-dinh");
        var itsTeam = Map.of("organisation", giaDinh.code());
        t.files(
                saiGon.referrer(),
                "C06",
                new Line(
                        "Báo động đỏ: nữ 69 tuổi, ngừng tim, đang ép tim",
                        "Red alert: F 69, cardiac arrest, CPR running"),
                "transfer.requested",
                "placement.team-asked");
        t.step(
                0,
                saiGon.doctor(),
                new Line("Bác sĩ thứ hai xác nhận mức U0", "A second doctor endorses U0"),
                p -> p.endorsesUrgency(t.transfer()),
                "transfer.urgency-changed");
        t.step(
                1,
                giaDinh.team(),
                new Line(
                        "Ê-kíp ECMO lưu động trả lời: đi ngay",
                        "The mobile ECMO team answers: we go"),
                p -> p.teamGoes(t.transfer()),
                "transfer.team-answered");
        t.step(
                3,
                giaDinh.team(),
                new Line("Xuất phát", "Leaves"),
                p -> p.records(t.transfer(), TEAM_LEFT, itsTeam));
        t.step(
                8,
                giaDinh.doctor(),
                new Line("Nhận bệnh nhân, mở thêm một giường", "Accepts, opening an extra bed"),
                p -> p.confirms(t.transfer()),
                "placement.slot-confirmed");
        t.untilAccepted();
        t.step(
                15,
                giaDinh.team(),
                new Line(
                        "Có mặt tại giường, 15 phút sau cuộc gọi",
                        "At the bedside, 15 minutes after the call"),
                p -> p.records(t.transfer(), TEAM_AT_BEDSIDE, itsTeam),
                "transfer.team-moved");
        t.step(
                30,
                giaDinh.team(),
                new Line("Đặt xong cannula, ECMO chạy", "Cannulated, flow established"),
                p -> p.records(t.transfer(), CANNULATED, itsTeam),
                "transfer.team-moved");
        t.step(
                50,
                giaDinh.team(),
                new Line("Bảng kiểm rút gọn: đạt", "Short checklist: passed"),
                p -> p.isReady(t.transfer()),
                "transfer.ready");
        t.step(
                55,
                giaDinh.team(),
                new Line("Rời BV Sài Gòn", "Departs"),
                p -> p.records(t.transfer(), DEPARTED),
                "transfer.departed");
        t.step(
                75,
                giaDinh.team(),
                new Line(
                        "Đến Gia Định, thẳng phòng can thiệp mạch vành",
                        "Arrives, straight to the cath lab"),
                p ->
                        p.records(
                                t.transfer(),
                                ARRIVED,
                                Map.of(
                                        "organisation",
                                        giaDinh.code(),
                                        "unit",
                                        giaDinh.adultUnit())),
                "transfer.arrived",
                "placement.slot-occupied");
        t.step(
                95,
                giaDinh.doctor(),
                new Line("Nhận bàn giao", "Takes over"),
                p -> p.records(t.transfer(), HANDED_OVER),
                "transfer.handed-over");
    }
}
