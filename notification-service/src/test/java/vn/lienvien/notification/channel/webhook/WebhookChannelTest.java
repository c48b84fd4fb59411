package vn.lienvien.notification.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.notification.channel.ChannelSettings;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Hmac;
import vn.lienvien.notification.channel.Language;
import vn.lienvien.notification.channel.Notices;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.StubServer;
import vn.lienvien.notification.channel.StubServer.Call;
import vn.lienvien.notification.channel.Way;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class WebhookChannelTest {

    @Inject WebhookChannel channel;

    @Test
    void aReceiverCanProveWhoCalledAndWhen() {
        StubServer.answers("/signed", 200, "");
        Delivery delivery = to(StubServer.url("/signed"));

        assertThat(channel.deliver(delivery)).isEqualTo(Outcome.delivered());

        Call call = StubServer.calls("/signed").getLast();
        String timestamp = call.headers().get("LienVien-Timestamp");
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(call.headers())
                .containsEntry(
                        "LienVien-Signature",
                        "v1="
                                + Hmac.of(
                                        ChannelSettings.HOOK_SECRET,
                                        (timestamp + "." + call.text())
                                                .getBytes(StandardCharsets.UTF_8)))
                .containsEntry("LienVien-Reference", delivery.reference().toString());
    }

    /** A wrong clock of this machine must not make receivers refuse every call. */
    @Test
    void aCallCarriesTheTimeOfTheDatabase() {
        StubServer.answers("/timed", 200, "");
        Instant night = Instant.parse("2021-11-08T15:30:00Z");
        DatabaseTime.at(night);
        try {
            channel.deliver(to(StubServer.url("/timed")));
        } finally {
            DatabaseTime.asItIs();
        }

        assertThat(StubServer.calls("/timed").getLast().headers())
                .containsEntry("LienVien-Timestamp", Long.toString(night.getEpochSecond()));
    }

    @Test
    void theBodyIsTheNoticeInCodesAndInWords() {
        StubServer.answers("/body", 200, "");

        channel.deliver(to(StubServer.url("/body")));

        JsonPath body = JsonPath.from(StubServer.calls("/body").getLast().text());
        assertThat(body.getString("kind")).isEqualTo("ANSWER_OFFER");
        assertThat(body.getString("caseCode")).isEqualTo("7F3K2M");
        assertThat(body.getString("urgency")).isEqualTo("U2");
        assertThat(body.getString("answerBefore")).isEqualTo("2021-11-08T19:30:00Z");
        assertThat(body.getString("text")).startsWith("[LienVien U2] Case 7F3K2M");
    }

    @ParameterizedTest
    @CsvSource({
        "500, true",
        "502, true",
        "503, true",
        "429, true",
        "408, true",
        "400, false",
        "401, false",
        "404, false",
        "410, false",
        "301, false",
        "302, false"
    })
    void theStatusSaysWhetherToTryAgain(int status, boolean again) {
        StubServer.answers("/status", status, "");

        Outcome expected =
                again
                        ? new Outcome.Deferred("http-" + status, Duration.ZERO, Fault.RECIPIENT)
                        : new Outcome.Failed("http-" + status, Fault.RECIPIENT);
        assertThat(channel.deliver(to(StubServer.url("/status")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hook.example/x",
                "http://127.0.0.1:9/x",
                "http://169.254.169.254/latest/meta-data",
                "https://[::1]/x",
                "file:///etc/passwd"
            })
    void aHostThatIsNotListedIsNeverCalled(String url) {
        assertThat(channel.deliver(to(url)))
                .isIn(
                        Outcome.failed("not-allowed", Fault.UNHEARD),
                        Outcome.failed("bad-address", Fault.UNHEARD));
    }

    private static Delivery to(String url) {
        return new Delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                "doctor@htd-hcmc",
                new Way("webhook", url),
                Language.EN,
                Notices.of(Urgency.U2),
                1,
                Instant.EPOCH);
    }
}
