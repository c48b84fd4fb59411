package vn.lienvien.local.demo;

import java.util.List;
import java.util.stream.Collectors;

/** The cases that can be played, the one that must always work first. */
final class Stories {

    static final List<Story> ALL =
            List.of(
                    new SocTrang(),
                    new Searched(),
                    new RedAlert(),
                    new AgreedOrAsked(
                            "C02",
                            new Line(
                                    "08/06/2021: BV Bệnh Nhiệt đới → Chợ Rẫy, ê-kíp Chợ Rẫy đặt ECMO tại chỗ",
                                    "2021-06-08: HTD → Chợ Rẫy, whose team brings the device and cannulates"),
                            "htd-hcmc",
                            "cho-ray",
                            new Line(
                                    "Gửi yêu cầu: nam 42 tuổi, COVID-19; quá tải, Sở Y tế đã thu xếp",
                                    "Files the request: M 42, COVID-19; overloaded, brokered by the Health Department"),
                            45,
                            20,
                            false,
                            true),
                    new AgreedOrAsked(
                            "C03",
                            new Line(
                                    "22/05/2020: BV Bệnh Nhiệt đới → Chợ Rẫy, đánh giá ghép phổi",
                                    "2020-05-22: HTD → Chợ Rẫy, lung-transplant assessment"),
                            "htd-hcmc",
                            "cho-ray",
                            new Line(
                                    "Gửi yêu cầu theo kế hoạch: nam 43 tuổi, VV-ECMO ngày 46, sau hội chẩn quốc gia",
                                    "Files a planned request: M 43, VV-ECMO day 46, after national consultations"),
                            120,
                            25,
                            false,
                            false),
                    new AgreedOrAsked(
                            "C05",
                            new Line(
                                    "08/2025: Vĩnh Phúc → Bạch Mai, sốc tim sau nhồi máu",
                                    "2025-08: Vĩnh Phúc → Bạch Mai, cardiogenic shock after infarction"),
                            "vinh-phuc",
                            "bach-mai",
                            new Line(
                                    "Hỏi Bạch Mai: nữ 47 tuổi, ép tim 60 phút, ba thuốc vận mạch",
                                    "Asks Bạch Mai: F 47, 60 min of CPR, three vasoactives"),
                            90,
                            75,
                            true,
                            true),
                    new AgreedOrAsked(
                            "C08",
                            new Line(
                                    "27/08/2021: Trưng Vương → BV Quân y 175, sau mổ lấy thai",
                                    "2021-08-27: Trưng Vương → Military Hospital 175, after a caesarean"),
                            "trung-vuong",
                            "mh-175",
                            new Line(
                                    "Hỏi BV 175: nữ 30 tuổi, COVID-19 sau mổ lấy thai",
                                    "Asks MH 175: F 30, COVID-19 after a caesarean"),
                            40,
                            30,
                            true,
                            true));

    private Stories() {}

    static Story named(String name) {
        return ALL.stream()
                .filter(story -> story.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no case %s; there are: %s".formatted(name, names())));
    }

    static String names() {
        return ALL.stream().map(Story::name).collect(Collectors.joining(", "));
    }
}
