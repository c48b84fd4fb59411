package vn.lienvien.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class WordingTest {

    /** Of an invented patient; none of it has a place in a notice. */
    private static final List<String> CANARIES =
            List.of("CANARY", "Trần Thị Hoàng Yến", "079198000123", "DN4797912345678");

    @Inject Wording wording;

    @Test
    void aRequestSaysWhatIsNeededUntilWhenAndWhomToCall() {
        Notice notice = Notices.of(Urgency.U2);

        assertThat(wording.text(notice, Language.EN))
                .isEqualTo(
                        "[LienVien U2] Case 7F3K2M: answer the offer. VV, adult,"
                                + " from soc-trang-covid. Before 02:30. Call 0900 000 115.");
        assertThat(wording.text(notice, Language.VI))
                .isEqualTo(
                        "[LienVien U2] Ca 7F3K2M: trả lời đề nghị tiếp nhận. VV, người lớn,"
                                + " từ soc-trang-covid. Trước 02:30. Gọi 0900 000 115.");
    }

    @Test
    void aPlannedTransferNamesTheDay() {
        assertThat(wording.text(Notices.of(Urgency.U3), Language.EN))
                .contains("Before 02:30 09/11.");
    }

    @Test
    void aNoticeAboutAUnitNeedsNoCase() {
        Notice notice =
                new Notice(
                        ObligationKind.CHECK_UNIT,
                        null,
                        null,
                        null,
                        null,
                        new UnitCode("htd-hcmc.icu-adult"),
                        null,
                        Instant.parse("2021-11-08T19:30:00Z"),
                        null);

        assertThat(wording.text(notice, Language.EN))
                .isEqualTo(
                        "[LienVien] check the numbers of your unit. Unit htd-hcmc.icu-adult. Before 02:30.");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsOwnWordsInBothLanguages(ObligationKind kind) {
        for (Language language : Language.values()) {
            List<String> others =
                    Arrays.stream(ObligationKind.values())
                            .filter(other -> other != kind)
                            .map(other -> wording.text(Notices.of(other, Urgency.U2), language))
                            .toList();

            assertThat(wording.text(Notices.of(kind, Urgency.U2), language))
                    .isNotIn(others)
                    .contains("7F3K2M", "02:30", "soc-trang-covid")
                    .doesNotContain("NOT_FOUND", "{", "}", "null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noRenderedTextHoldsIdentity(ObligationKind kind) {
        Stream.of(Urgency.values())
                .flatMap(
                        urgency ->
                                Stream.of(Language.values())
                                        .map(
                                                language ->
                                                        wording.text(
                                                                Notices.of(kind, urgency),
                                                                language)))
                .forEach(text -> assertThat(text).doesNotContain(CANARIES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canary", "Trần Thị Hoàng Yến", "079198000123x", "DN4797912345678"})
    void identityHasNoPlaceInANotice(String identity) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseCode(identity));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationCode(identity));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitCode(identity));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Notice(
                                        ObligationKind.RED_ALERT,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Instant.EPOCH,
                                        identity));
    }
}
