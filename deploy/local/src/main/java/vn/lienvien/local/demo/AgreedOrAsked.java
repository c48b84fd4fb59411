package vn.lienvien.local.demo;

import static vn.lienvien.local.client.Fact.ARRIVED;
import static vn.lienvien.local.client.Fact.CANNULATED;
import static vn.lienvien.local.client.Fact.DEPARTED;
import static vn.lienvien.local.client.Fact.HANDED_OVER;
import static vn.lienvien.local.client.Fact.TEAM_AT_BEDSIDE;
import static vn.lienvien.local.client.Fact.TEAM_LEFT;

import java.time.Duration;
import java.util.Map;
import vn.lienvien.local.client.Hospital;

/**
 * The published cases in which the destination was known from the start, and its own team came.
 *
 * @param bedsideAfter minutes from the request to the team at the bedside
 * @param roadMinutes from departure to arrival
 * @param consults the receiving doctors discuss it first, and the clock stands still
 * @param cannulates the team places the circuit at the sender
 */
record AgreedOrAsked(
        String name,
        Line title,
        String from,
        String to,
        Line request,
        int bedsideAfter,
        int roadMinutes,
        boolean consults,
        boolean cannulates)
        implements Story {

    @Override
    public Duration lasts() {
        return Duration.ofMinutes(arrivedAfter() + 20);
    }

    @Override
    public void tell(Teller t) {
        var sender = t.hospital(from);
        var receiver = t.hospital(to);
        t.files(sender.referrer(), name, request, "transfer.requested", Teller.ASKED);
        decide(t, receiver);
        fetch(t, sender, receiver);
        travel(t, receiver);
    }

    private void decide(Teller t, Hospital receiver) {
        t.step(
                3,
                receiver.doctor(),
                new Line("Mở hồ sơ ca bệnh", "Opens the case"),
                p -> p.opens(t.transfer()),
                "placement.offer-opened");
        if (consults) {
            t.step(
                    5,
                    receiver.doctor(),
                    new Line(
                            "Cần hội chẩn: dừng đồng hồ", "Consults first: the clock stands still"),
                    p -> p.consults(t.transfer()),
                    "placement.consulting-started");
        }
        t.step(
                10,
                receiver.doctor(),
                new Line("Đồng ý nhận", "Accepts"),
                p -> p.confirms(t.transfer()),
                "placement.slot-confirmed");
        t.untilAccepted();
    }

    private void fetch(Teller t, Hospital sender, Hospital receiver) {
        var itsTeam = Map.of("organisation", to);
        t.step(
                11,
                sender.referrer(),
                new Line("Mời ê-kíp của bệnh viện nhận", "Asks for the receiving hospital's team"),
                p -> p.asksForTeam(t.transfer(), to),
                "transfer.team-requested");
        t.step(
                12,
                receiver.team(),
                new Line("Ê-kíp trả lời: đi", "The team answers: we go"),
                p -> p.teamGoes(t.transfer()),
                "transfer.team-answered");
        t.step(
                15,
                receiver.team(),
                new Line("Ê-kíp xuất phát", "The team leaves"),
                p -> p.records(t.transfer(), TEAM_LEFT, itsTeam),
                "transfer.team-moved");
        t.step(
                bedsideAfter,
                receiver.team(),
                new Line("Ê-kíp có mặt tại giường", "The team is at the bedside"),
                p -> p.records(t.transfer(), TEAM_AT_BEDSIDE, itsTeam),
                "transfer.team-moved");
        if (cannulates) {
            t.step(
                    bedsideAfter + 20,
                    receiver.team(),
                    new Line("Đặt xong cannula, ECMO chạy", "Cannulated, flow established"),
                    p -> p.records(t.transfer(), CANNULATED, itsTeam),
                    "transfer.team-moved");
        }
    }

    private void travel(Teller t, Hospital receiver) {
        t.step(
                departsAfter() - 10,
                receiver.team(),
                new Line("Bảng kiểm trước chuyển: đạt", "Departure checklist: passed"),
                p -> p.isReady(t.transfer()),
                "transfer.ready");
        t.step(
                departsAfter(),
                receiver.team(),
                new Line("Rời bệnh viện gửi", "Departs"),
                p -> p.records(t.transfer(), DEPARTED),
                "transfer.departed");
        t.step(
                arrivedAfter(),
                receiver.team(),
                new Line("Đến nơi", "Arrives"),
                p ->
                        p.records(
                                t.transfer(),
                                ARRIVED,
                                Map.of("organisation", to, "unit", receiver.adultUnit())),
                "transfer.arrived",
                "placement.slot-occupied");
        t.step(
                arrivedAfter() + 20,
                receiver.doctor(),
                new Line("Nhận bàn giao", "Takes over"),
                p -> p.records(t.transfer(), HANDED_OVER),
                "transfer.handed-over");
    }

    private int departsAfter() {
        return bedsideAfter + (cannulates ? 80 : 60);
    }

    private int arrivedAfter() {
        return departsAfter() + roadMinutes;
    }
}
