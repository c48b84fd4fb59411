package vn.lienvien.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void accentsAreTakenOffHoweverTheyAreCoded() {
        assertThat(Segments.withoutAccents("BÁO ĐỘNG ĐỎ: đội, ưu tiên, sữa"))
                .isEqualTo("BAO DONG DO: doi, uu tien, sua");
        assertThat(Segments.withoutAccents("e\u0302\u0323")).isEqualTo("e");
    }

    @Test
    void whatTheNetworksAlphabetLacksDoesNotMakeItUnicode() {
        assertThat(Segments.withoutAccents("[LienVien] 😀 ok")).isEqualTo("LienVien ? ok");
    }

    @Test
    void whatDoesNotFitIsCutAtAWord() {
        assertThat(Segments.fit("word ".repeat(40).strip(), false, 1))
                .hasSize(159)
                .endsWith("word");
        assertThat(Segments.fit("x".repeat(400), false, 2)).hasSize(306);
        assertThat(Segments.fit("ộ".repeat(400), true, 2)).hasSize(134);
        assertThat(Segments.fit("short", true, 1)).isEqualTo("short");
    }
}
