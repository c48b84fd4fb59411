package vn.lienvien.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.ChannelSettings;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Deferred;
import vn.lienvien.notification.channel.Outcome.Failed;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.StubServer;
import vn.lienvien.notification.channel.outbound.Outbound;
import vn.lienvien.notification.channel.sms.SmsGateway.Receipt;

/** A gateway that says {@code {"status":"queued"}} when it took a message. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class GenericGatewayTest {

    private static final ShortMessage MESSAGE =
            new ShortMessage(
                    UUID.fromString("0193b0c8-0000-7000-8000-000000000077"),
                    "+84903123456",
                    "Ca 7F3K2M: \"tra loi\"\\",
                    false,
                    "https://lienvien.example/x");

    @Inject Outbound outbound;

    @Test
    void theGatewayGetsWhatItsTemplateSays() {
        StubServer.answers("/generic", 200, "{\"status\":\"queued\"}");

        assertThat(gateway().send(MESSAGE)).isEqualTo(Outcome.delivered());

        var call = StubServer.calls("/generic").getLast();
        var body = JsonPath.from(call.text());
        assertThat(body.getString("to")).isEqualTo("+84903123456");
        assertThat(body.getString("text")).isEqualTo("Ca 7F3K2M: \"tra loi\"\\");
        assertThat(body.getString("reference")).isEqualTo(MESSAGE.reference().toString());
        assertThat(body.getString("callback")).isEqualTo("https://lienvien.example/x");
        assertThat(call.headers())
                .containsEntry("Idempotency-Key", MESSAGE.reference().toString())
                .containsEntry("X-Api-Key", "only-for-this-test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"error\",\"reason\":\"no credit\"}",
                "<html>Bảo trì</html>",
                "",
                "ok"
            })
    void anOkThatIsAFailureInItsBodyIsNone(String body) {
        StubServer.answers("/generic", 200, body);

        assertThat(gateway().send(MESSAGE))
                .isEqualTo(new Deferred("gateway-unreadable", Duration.ZERO, Fault.CHANNEL));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void faultsOfTheGatewayAreTriedAgain(int status) {
        StubServer.answers("/generic", status, "");

        assertThat(gateway().send(MESSAGE))
                .isEqualTo(new Deferred("http-" + status, Duration.ZERO, Fault.CHANNEL));
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        StubServer.answers("/generic", 401, "");

        assertThat(gateway().send(MESSAGE)).isEqualTo(new Failed("http-401", Fault.CHANNEL));
    }

    @ParameterizedTest
    @CsvSource({
        "delivered, RECEIVED",
        "DELIVRD, RECEIVED",
        "failed, NOT_RECEIVED",
        "EXPIRED, NOT_RECEIVED",
        "on its way, PENDING",
        "'', PENDING"
    })
    void itsReceiptsAreRead(String status, Receipt meaning) {
        assertThat(gateway().receipt(Map.of("status", status))).isEqualTo(meaning);
        assertThat(gateway().receipt(Map.of())).isEqualTo(Receipt.PENDING);
    }

    @Test
    void withoutAWordForTakenItIsNotSetUp() {
        var url = Map.of("url", StubServer.url("/generic"));

        assertThat(gateway(url).isSetUp()).isFalse();
        assertThat(gateway().isSetUp()).isTrue();
    }

    private GenericGateway gateway() {
        return gateway(
                Map.of(
                        "url", StubServer.url("/generic"),
                        "accepted", "\"status\":\"queued\"",
                        "headers.X-Api-Key", "only-for-this-test"));
    }

    private GenericGateway gateway(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(ChannelConfig.class);
        settings.forEach(
                (name, value) ->
                        builder.withDefaultValue(
                                "lienvien.notification.channel.sms.generic." + name, value));
        return new GenericGateway(builder.build().getConfigMapping(ChannelConfig.class), outbound);
    }
}
