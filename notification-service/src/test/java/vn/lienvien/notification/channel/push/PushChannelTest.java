package vn.lienvien.notification.channel.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.ChannelSettings;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Language;
import vn.lienvien.notification.channel.Notices;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Deferred;
import vn.lienvien.notification.channel.Outcome.Failed;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.StubServer;
import vn.lienvien.notification.channel.StubServer.Call;
import vn.lienvien.notification.channel.Way;

/** Against a push service and a browser of our own, which check what real ones check. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class PushChannelTest {

    private static final String PATH = "/api/v1/push-subscriptions";
    private static final Pattern VAPID =
            Pattern.compile("vapid t=([^.]+\\.[^.]+)\\.([^,]+), ?k=(.+)");

    @Inject PushChannel channel;

    private TestBrowser browser;

    @BeforeEach
    void nobodyIsSubscribed() throws GeneralSecurityException {
        OwnerConnection.run("delete from push_subscription");
        browser = new TestBrowser();
    }

    @Test
    void theBrowserReadsWhatItsPersonIsAskedFor() throws GeneralSecurityException {
        StubServer.answers("/push", 201, "");
        subscribed("doctor", "/push");
        Delivery delivery = to("doctor", Urgency.U1);

        assertThat(channel.deliver(delivery)).isEqualTo(Outcome.delivered());

        JsonPath payload = JsonPath.from(browser.read(StubServer.calls("/push").getLast().bytes()));
        assertThat(payload.getString("reference")).isEqualTo(delivery.reference().toString());
        assertThat(payload.getString("obligation")).isEqualTo(delivery.obligation().toString());
        assertThat(payload.getString("text")).startsWith("[LienVien U1] Case 7F3K2M:");
    }

    @Test
    void thePushServiceCanProveThatWeSentIt() throws GeneralSecurityException {
        StubServer.answers("/proof", 201, "");
        subscribed("doctor", "/proof");

        channel.deliver(to("doctor", Urgency.U0));

        Call call = StubServer.calls("/proof").getLast();
        Matcher vapid = VAPID.matcher(call.headers().get("Authorization"));
        assertThat(vapid.matches()).isTrue();
        assertThat(vapid.group(3)).isEqualTo(key());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(TestBrowser.key(Base64.getUrlDecoder().decode(vapid.group(3))));
        signature.update(vapid.group(1).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(vapid.group(2)))).isTrue();
        String claims = vapid.group(1).substring(vapid.group(1).indexOf('.') + 1);
        JsonPath said =
                JsonPath.from(
                        new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
        assertThat(said.getString("aud")).isEqualTo(StubServer.url(""));
        assertThat(said.getString("sub")).startsWith("mailto:");
        assertThat(Instant.ofEpochSecond(said.getLong("exp")))
                .isBefore(Instant.now().plus(Duration.ofHours(24)));
        assertThat(call.headers())
                .containsEntry("Content-Encoding", "aes128gcm")
                .containsEntry("Urgency", "high")
                .containsEntry("TTL", "3600");
        assertThat(call.headers().get("Topic")).hasSize(22);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aBrowserThatIsGoneIsForgotten(int status) {
        StubServer.answers("/expired", status, "");
        subscribed("doctor", "/expired");

        assertThat(channel.deliver(to("doctor", Urgency.U2)))
                .isEqualTo(new Failed("browser-gone", Fault.RECIPIENT));
        assertThat(channel.deliver(to("doctor", Urgency.U2)))
                .isEqualTo(new Failed("no-browser", Fault.UNHEARD));
    }

    @ParameterizedTest
    @CsvSource({"500, RECIPIENT", "429, RECIPIENT"})
    void aPushServiceInTroubleIsTriedAgain(int status, Fault fault) {
        StubServer.answers("/trouble", status, "");
        subscribed("doctor", "/trouble");

        assertThat(channel.deliver(to("doctor", Urgency.U2)))
                .isEqualTo(new Deferred("http-" + status, Duration.ZERO, fault));
    }

    @Test
    void aPushServiceThatDoesNotKnowUsIsOurOwnFault() {
        StubServer.answers("/stranger", 403, "");
        subscribed("doctor", "/stranger");

        assertThat(channel.deliver(to("doctor", Urgency.U2)))
                .isEqualTo(new Failed("http-403", Fault.CHANNEL));
    }

    @Test
    void aHostThatNobodyKnowsSaysNothingOfPush() {
        unknown("https://nobody.invalid/x");

        assertThat(channel.deliver(to("doctor", Urgency.U2)))
                .isEqualTo(new Deferred("unknown-host", Duration.ZERO, Fault.UNHEARD));
    }

    @Test
    void aHostThatNobodyKnowsDoesNotHideWhatAPushServiceSays() {
        StubServer.answers("/busy", 503, "");
        unknown("https://nobody.invalid/x");
        subscribed("doctor", "/busy");
        unknown("https://nobody.invalid/y");

        assertThat(channel.deliver(to("doctor", Urgency.U2)))
                .isEqualTo(new Deferred("http-503", Duration.ZERO, Fault.RECIPIENT));
    }

    @Test
    void oneBrowserThatShowsItIsEnough() throws GeneralSecurityException {
        StubServer.answers("/old", 410, "");
        StubServer.answers("/new", 201, "");
        subscribed("doctor", "/old");
        subscribed("doctor", "/new");

        assertThat(channel.deliver(to("doctor", Urgency.U2))).isEqualTo(Outcome.delivered());
    }

    @Test
    void aSharedComputerCallsForWhoeverSignedInLast() {
        StubServer.answers("/ward", 201, "");
        subscribed("doctor", "/ward");
        subscribed("nurse", "/ward");

        assertThat(channel.deliver(to("doctor", Urgency.U2)))
                .isEqualTo(new Failed("no-browser", Fault.UNHEARD));
        assertThat(channel.deliver(to("nurse", Urgency.U2))).isEqualTo(Outcome.delivered());
    }

    @Test
    void peopleEndTheirOwnSubscriptionsOnly() {
        StubServer.answers("/mine", 201, "");
        String id = subscribed("doctor", "/mine");

        as("nurse").delete(PATH + "/" + id).then().statusCode(404);
        as("doctor").delete(PATH + "/" + id).then().statusCode(204);
        as("doctor").delete(PATH + "/" + id).then().statusCode(404);
        given().delete(PATH + "/" + id).then().statusCode(401);
    }

    @Test
    void aBrowserCannotMakeUsCallAnyServer() {
        for (String endpoint :
                new String[] {
                    "https://169.254.169.254/latest",
                    "http://127.0.0.1:1/x",
                    "not a url",
                    "file:///etc/passwd"
                }) {
            subscribe("doctor", browser.subscription(endpoint)).then().statusCode(422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"endpoint\":\"$\",\"keys\":{\"p256dh\":\"AAAA\",\"auth\":\"AAAA\"}}",
                "{\"endpoint\":\"$\",\"keys\":{\"p256dh\":\"%%%\",\"auth\":\"%%%\"}}",
                "{\"endpoint\":\"$\"}",
                "{}"
            })
    void keysThatAreNoneAreNotTaken(String body) {
        subscribe("doctor", body.replace("$", StubServer.url("/x"))).then().statusCode(422);
    }

    @Test
    void onlyTheNewestBrowsersOfAPersonAreKept() {
        for (int i = 0; i < 7; i++) {
            subscribed("doctor", "/many/" + i);
        }

        assertThat(
                        OwnerConnection.column(
                                "select endpoint from push_subscription order by subscribed_at"))
                .hasSize(5)
                .first()
                .isEqualTo(StubServer.url("/many/2"));
    }

    private static String key() {
        return as("doctor").get(PATH + "/key").path("publicKey");
    }

    private void unknown(String endpoint) {
        subscribe("doctor", browser.subscription(endpoint)).then().statusCode(201);
    }

    private String subscribed(String role, String path) {
        Response response = subscribe(role, browser.subscription(StubServer.url(path)));
        response.then().statusCode(201);
        return response.path("id");
    }

    private static Response subscribe(String role, String body) {
        return as(role).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.as(role, "htd-hcmc"));
    }

    private static Delivery to(String role, Urgency urgency) {
        return new Delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                role + "@htd-hcmc",
                new Way("push", role + "@htd-hcmc"),
                Language.EN,
                Notices.of(urgency),
                1,
                Instant.EPOCH);
    }
}
