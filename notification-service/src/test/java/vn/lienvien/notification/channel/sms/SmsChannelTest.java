package vn.lienvien.notification.channel.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.ChannelSettings;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Language;
import vn.lienvien.notification.channel.Notice;
import vn.lienvien.notification.channel.Notices;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Deferred;
import vn.lienvien.notification.channel.Outcome.Delivered;
import vn.lienvien.notification.channel.Outcome.Failed;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.Outgoing;
import vn.lienvien.notification.channel.StubServer;
import vn.lienvien.notification.channel.StubServer.Call;
import vn.lienvien.notification.channel.Telling.Manner;
import vn.lienvien.notification.channel.Way;

/** Against a stub of the contract that eSMS publishes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class SmsChannelTest {

    private static final String TAKEN =
            "{\"CodeResult\":\"100\",\"CountRegenerate\":0,\"SMSID\":\"abc-1\"}";

    @Inject SmsChannel channel;
    @Inject Outgoing outgoing;

    @BeforeEach
    void gatewayWorks() {
        outgoing.startAnew();
        StubServer.answers("/esms", 200, TAKEN);
        StubServer.answers("/hook", 204, "");
    }

    @Test
    void theGatewayGetsWhatItsContractAsksFor() {
        Delivery delivery = to("+84 903 123 456");

        assertThat(channel.deliver(delivery)).isEqualTo(new Delivered("abc-1"));

        JsonPath body = asked(delivery.reference());
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
        Delivery delivery = delivery("0903123456", Notices.of(kind, Urgency.U2));

        channel.deliver(delivery);

        assertThat(asked(delivery.reference()).getString("Content"))
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

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429})
    void faultsOfTheGatewayAreTriedAgain(int status) {
        StubServer.answers("/esms", status, "");

        assertThat(channel.deliver(to("0903123456")))
                .isEqualTo(new Deferred("http-" + status, Duration.ZERO, Fault.CHANNEL));
    }

    @Test
    void aLandlineIsLeftToAnotherWay() {
        assertThat(channel.deliver(to("028 3923 5804")))
                .isEqualTo(new Failed("not-a-mobile-number", Fault.UNHEARD));
    }

    @Test
    void aGatewayThatIsDownIsPassedOverUntilItWorksAgain() {
        StubServer.answers("/esms", 500, "");
        List<UUID> obligations = Stream.generate(this::told).limit(4).toList();

        obligations.forEach(each -> outgoing.settles(each, "PASSED_ON", "SENT"));
        outgoing.settles(told(), "PASSED_ON", "SENT");
        assertThat(health()).isEqualTo("UNWELL");

        StubServer.answers("/esms", 200, TAKEN);
        await().until(
                        () -> {
                            // what still calls would tell how the gateway does in the next test
                            outgoing.ends(told());
                            return health().equals("WELL");
                        });
        outgoing.settles(told(), "SENT", "STANDBY");
    }

    @Test
    void messagesToLandlinesDoNotHideThatTheGatewayIsDown() {
        StubServer.answers("/esms", 500, "");

        outgoing.settles(told(), "PASSED_ON", "SENT");
        outgoing.settles(told("028 3923 5804"), "FAILED", "SENT");
        outgoing.settles(told(), "PASSED_ON", "SENT");

        assertThat(health()).isEqualTo("UNWELL");
    }

    @Test
    void aReceiptSaysThatThePhoneGotIt() {
        UUID obligation = taken();

        receipt(callback(obligation), "SendStatus=5&SendSuccess=1&SendFailed=0", 204);
        receipt(callback(obligation), "SendStatus=5&SendSuccess=1&SendFailed=0", 204);
        receipt(callback(obligation), "SendStatus=5&SendSuccess=0&SendFailed=1", 204);

        outgoing.settles(obligation, "RECEIVED", "STANDBY");
    }

    @Test
    void aReceiptMayComeAsAForm() {
        UUID obligation = taken();

        given().contentType(ContentType.URLENC)
                .formParam("SendStatus", "5")
                .formParam("SendSuccess", "1")
                .post(callback(obligation))
                .then()
                .statusCode(204);

        outgoing.settles(obligation, "RECEIVED", "STANDBY");
    }

    @Test
    void aReceiptSaysThatItDidNotSoTheNextWayIsTaken() {
        UUID obligation = taken();

        receipt(callback(obligation), "SendStatus=7&SendSuccess=0", 204);
        outgoing.settles(obligation, "SENT", "STANDBY");
        receipt(callback(obligation), "SendStatus=5&SendSuccess=0&SendFailed=1", 204);

        outgoing.settles(obligation, "FAILED", "SENT");
        receipt(callback(obligation), "SendStatus=5&SendSuccess=0&SendFailed=1", 204);
        assertThat(StubServer.calls("/hook"))
                .as("a replayed receipt sends nothing twice")
                .filteredOn(call -> outgoing.references(obligation).contains(hookReference(call)))
                .hasSize(1);
    }

    @Test
    void aLateReceiptIsNotedAndDisturbsNobody() {
        UUID obligation = taken();
        outgoing.withdraw(obligation);

        receipt(callback(obligation), "SendStatus=5&SendSuccess=0&SendFailed=1", 204);

        outgoing.settles(obligation, "FAILED", "WITHDRAWN");
    }

    @Test
    void wordsOfAGatewayThatWeDoNotKnowChangeNothing() {
        UUID obligation = taken();

        receipt(callback(obligation), "SendStatus=", 204);
        receipt(callback(obligation), "SendStatus=%3Cb%3E", 204);
        receipt(callback(obligation), "", 204);

        outgoing.settles(obligation, "SENT", "STANDBY");
    }

    @Test
    void aForgedReceiptFindsNothing() {
        UUID obligation = taken();
        String genuine = callback(obligation);
        String another = callback(taken());
        String proofOfAnother = another.substring(another.lastIndexOf('/'));

        receipt(genuine.substring(0, genuine.length() - 1), "SendStatus=4", 404);
        receipt(genuine.replaceAll("/[^/]*$", proofOfAnother), "SendStatus=4", 404);
        receipt("/api/v1/channels/sms/receipts/x/y", "SendStatus=4", 404);

        outgoing.settles(obligation, "SENT", "STANDBY");
    }

    private UUID taken() {
        UUID obligation = told();
        outgoing.settles(obligation, "SENT", "STANDBY");
        return obligation;
    }

    private UUID told() {
        return told("0903123456");
    }

    private UUID told(String phone) {
        return outgoing.tell(
                Urgency.U2,
                UUID.randomUUID().toString(),
                Manner.IN_TURN,
                new Way("sms", phone),
                new Way("webhook", StubServer.url("/hook")));
    }

    /** Where the gateway was asked to report about this message. */
    private String callback(UUID obligation) {
        return asked(UUID.fromString(outgoing.references(obligation).getFirst()))
                .getString("CallbackUrl")
                .substring("https://lienvien.example".length());
    }

    /** What the gateway was asked to send under this reference. */
    private static JsonPath asked(UUID reference) {
        return StubServer.asked("/esms", reference);
    }

    private static String hookReference(Call call) {
        return call.headers().get("LienVien-Reference");
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

    private static Delivery to(String phone) {
        return delivery(phone, Notices.of(Urgency.U2));
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
