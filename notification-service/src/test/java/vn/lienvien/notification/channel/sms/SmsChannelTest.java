package vn.lienvien.notification.channel.sms;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.ChannelSettings;
import vn.lienvien.notification.channel.Deliveries;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Language;
import vn.lienvien.notification.channel.Notice;
import vn.lienvien.notification.channel.Notices;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Deferred;
import vn.lienvien.notification.channel.Outcome.Delivered;
import vn.lienvien.notification.channel.Outcome.Failed;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.StubServer;
import vn.lienvien.notification.channel.Telling;
import vn.lienvien.notification.channel.Telling.Manner;
import vn.lienvien.notification.channel.Way;

/** Against a stub of the contract that eSMS publishes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@WithTestResource(ChannelSettings.class)
class SmsChannelTest {

    private static final String TAKEN =
            "{\"CodeResult\":\"100\",\"CountRegenerate\":0,\"SMSID\":\"abc-1\"}";

    @Inject SmsChannel channel;
    @Inject Deliveries deliveries;

    @BeforeEach
    void gatewayWorks() {
        StubServer.answers("/esms", 200, TAKEN);
        StubServer.answers("/hook", 204, "");
    }

    @Test
    void theGatewayGetsWhatItsContractAsksFor() {
        Delivery delivery = to("+84 903 123 456");

        assertThat(channel.deliver(delivery)).isEqualTo(new Delivered("abc-1"));

        JsonPath body = JsonPath.from(StubServer.calls("/esms").getLast().text());
        assertThat(body.getString("ApiKey")).isEqualTo("key");
        assertThat(body.getString("SecretKey")).isEqualTo("secret");
        assertThat(body.getString("Brandname")).isEqualTo("LienVien");
        assertThat(body.getString("SmsType")).isEqualTo("2");
        assertThat(body.getString("Phone")).isEqualTo("0903123456");
        assertThat(body.getString("IsUnicode")).isEqualTo("0");
        assertThat(body.getString("RequestId")).isEqualTo(delivery.reference().toString());
        assertThat(body.getString("Content"))
                .isEqualTo(
                        "LienVien U2 Ca 7F3K2M: tra loi de nghi tiep nhan. VV, nguoi lon,"
                                + " tu soc-trang-covid. Truoc 02:30. Goi 0900 000 115.");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindFitsOneMessage(ObligationKind kind) {
        channel.deliver(about(Notices.of(kind, Urgency.U2)));

        assertThat(JsonPath.from(StubServer.calls("/esms").getLast().text()).getString("Content"))
                .hasSizeLessThanOrEqualTo(160)
                .endsWith("0900 000 115.");
    }

    @ParameterizedTest
    @CsvSource({
        "99, RECIPIENT",
        "108, RECIPIENT",
        "177, RECIPIENT",
        "101, CHANNEL",
        "103, CHANNEL",
        "104, CHANNEL",
        "140, CHANNEL",
        "146, CHANNEL"
    })
    void aRefusalSaysWhoseFaultItIs(String code, Fault fault) {
        StubServer.answers("/esms", 200, "{\"CodeResult\":\"" + code + "\"}");

        assertThat(channel.deliver(to("0903123456"))).isEqualTo(new Failed("esms-" + code, fault));
    }

    @Test
    void aRepeatThatTheGatewayRemembersIsDelivered() {
        StubServer.answers("/esms", 200, "{\"CodeResult\":\"124\"}");

        assertThat(channel.deliver(to("0903123456"))).isEqualTo(Outcome.delivered());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bảo trì</html>", "", "[]", "{\"CodeResult\":\"<b>\"}"})
    void anAnswerThatIsNoneIsTriedAgain(String body) {
        StubServer.answers("/esms", 200, body);

        assertThat(channel.deliver(to("0903123456")))
                .isEqualTo(new Deferred("esms-unreadable", Duration.ZERO, Fault.CHANNEL));
    }

    @Test
    void faultsOfTheGatewayAreTriedAgain() {
        StubServer.answers("/esms", 500, "");
        assertThat(channel.deliver(to("0903123456")))
                .isEqualTo(new Deferred("http-500", Duration.ZERO, Fault.CHANNEL));

        StubServer.keepsSilent("/esms");
        assertThat(channel.deliver(to("0903123456")))
                .isEqualTo(new Deferred("time-out", Duration.ZERO, Fault.CHANNEL));
    }

    @Test
    void aLandlineIsLeftToAnotherWay() {
        assertThat(channel.deliver(to("028 3923 5804")))
                .isEqualTo(new Failed("not-a-mobile-number", Fault.RECIPIENT));
    }

    @Test
    void aGatewayThatIsDownIsPassedOverUntilItWorksAgain() {
        StubServer.answers("/esms", 500, "");
        List<UUID> obligations = List.of(1, 2, 3, 4).stream().map(_ -> told()).toList();

        obligations.forEach(each -> settles(each, "PASSED_ON", "SENT"));
        UUID late = told();
        settles(late, "PASSED_ON", "SENT");
        assertThat(health()).isEqualTo("UNWELL");

        StubServer.answers("/esms", 200, TAKEN);
        await().atMost(ofSeconds(10))
                .until(
                        () -> {
                            told();
                            return health().equals("WELL");
                        });
        settles(told(), "SENT", "STANDBY");
    }

    @Test
    void aReceiptSaysThatThePhoneGotIt() {
        UUID obligation = told();
        settles(obligation, "SENT", "STANDBY");

        receipt(callback(), "SendStatus=5&SendSuccess=1&SendFailed=0", 204);
        receipt(callback(), "SendStatus=5&SendSuccess=1&SendFailed=0", 204);
        receipt(callback(), "SendStatus=5&SendSuccess=0&SendFailed=1", 204);

        settles(obligation, "RECEIVED", "STANDBY");
    }

    @Test
    void aReceiptSaysThatItDidNotSoTheNextWayIsTaken() {
        UUID obligation = told();
        settles(obligation, "SENT", "STANDBY");

        receipt(callback(), "SendStatus=7&SendSuccess=0", 204);
        settles(obligation, "SENT", "STANDBY");
        receipt(callback(), "SendStatus=5&SendSuccess=0&SendFailed=1", 204);

        settles(obligation, "FAILED", "SENT");
    }

    @Test
    void aLateReceiptIsNotedAndDisturbsNobody() {
        UUID obligation = told();
        settles(obligation, "SENT", "STANDBY");
        QuarkusTransaction.requiringNew().run(() -> deliveries.withdraw(obligation));

        receipt(callback(), "SendStatus=5&SendSuccess=0&SendFailed=1", 204);

        settles(obligation, "FAILED", "WITHDRAWN");
    }

    @Test
    void aForgedReceiptFindsNothing() {
        UUID obligation = told();
        settles(obligation, "SENT", "STANDBY");
        String genuine = callback();
        UUID other = told();
        settles(other, "SENT", "STANDBY");
        String proofOfAnother = callback().substring(callback().lastIndexOf('/'));

        receipt(genuine.substring(0, genuine.length() - 1), "SendStatus=4", 404);
        receipt(genuine.replaceAll("/[^/]*$", proofOfAnother), "SendStatus=4", 404);
        receipt("/api/v1/channels/sms/receipts/x/y", "SendStatus=4", 404);

        settles(obligation, "SENT", "STANDBY");
    }

    private UUID told() {
        UUID obligation = UUID.randomUUID();
        Telling telling =
                new Telling(
                        obligation,
                        0,
                        obligation.toString(),
                        Language.VI,
                        Notices.of(Urgency.U2),
                        List.of(
                                new Way("sms", "0903123456"),
                                new Way("webhook", StubServer.url("/hook"))),
                        Manner.IN_TURN);
        QuarkusTransaction.requiringNew().call(() -> deliveries.tell(telling));
        return obligation;
    }

    /** Where the gateway was asked to report about the last message. */
    private static String callback() {
        return JsonPath.from(StubServer.calls("/esms").getLast().text())
                .getString("CallbackUrl")
                .substring("https://lienvien.example".length());
    }

    private static void receipt(String path, String said, int status) {
        given().get(path + "?SMSID=abc-1&" + said).then().statusCode(status);
    }

    private static String health() {
        return given().auth()
                .oauth2(TestTokens.as("admin", "lienvien"))
                .get("/api/v1/channels")
                .path("find { it.name == 'sms' }.health");
    }

    private static void settles(UUID obligation, String... states) {
        await().atMost(ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(
                                                OwnerConnection.column(
                                                        "select state from delivery where obligation_id = '"
                                                                + obligation
                                                                + "' order by place"))
                                        .containsExactly(states));
    }

    private static Delivery to(String phone) {
        return delivery(phone, Notices.of(Urgency.U2));
    }

    private static Delivery about(Notice notice) {
        return delivery("0903123456", notice);
    }

    private static Delivery delivery(String phone, Notice notice) {
        return new Delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                "doctor@htd-hcmc",
                new Way("sms", phone),
                Language.VI,
                notice,
                1,
                Instant.EPOCH);
    }
}
