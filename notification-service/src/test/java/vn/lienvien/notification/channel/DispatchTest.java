package vn.lienvien.notification.channel;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.Telling.Manner;

/** Orders of a ladder, tried by the real dispatcher over real connections. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@WithTestResource(ChannelSettings.class)
class DispatchTest {

    private static final String TAKEN = "{\"CodeResult\":\"100\",\"SMSID\":\"sms-1\"}";

    @Inject Deliveries deliveries;

    @Test
    void oneOrderIsSentOnceHoweverOftenItIsGiven() {
        StubServer.answers("/once", 204, "");
        UUID obligation = UUID.randomUUID();

        tell(obligation, Urgency.U2, "a", Manner.IN_TURN, webhook("/once"));
        tell(obligation, Urgency.U2, "a", Manner.IN_TURN, webhook("/once"));

        settles(obligation, "SENT");
        assertThat(StubServer.calls("/once")).hasSize(1);
    }

    @Test
    void everyRepeatCarriesTheSameReference() {
        StubServer.answers("/sick", 503, "");
        UUID obligation = UUID.randomUUID();

        tell(obligation, Urgency.U2, "b", Manner.IN_TURN, webhook("/sick"));
        await().atMost(ofSeconds(10)).until(() -> StubServer.calls("/sick").size() >= 3);
        StubServer.answers("/sick", 204, "");

        settles(obligation, "SENT");
        assertThat(StubServer.calls("/sick"))
                .extracting(call -> call.headers().get("LienVien-Reference"))
                .containsOnly(OwnerConnection.value(rows("reference", obligation)));
    }

    @Test
    void aDeadWorkersDeliveryIsTakenUpByAnother() {
        StubServer.answers("/crash", 204, "");
        UUID obligation = UUID.randomUUID();
        tell(obligation, Urgency.U2, "c", Manner.IN_TURN, webhook("/crash"));
        settles(obligation, "SENT");

        OwnerConnection.run(
                "update delivery set state = 'DUE', due_at = now() + interval '1 second'"
                        + " where obligation_id = '"
                        + obligation
                        + "'");

        settles(obligation, "SENT");
        assertThat(StubServer.calls("/crash"))
                .hasSize(2)
                .extracting(call -> call.headers().get("LienVien-Reference"))
                .hasSize(2)
                .containsOnly(OwnerConnection.value(rows("reference", obligation)));
    }

    @Test
    void whatIsRefusedForEverTakesTheNextWayAtOnce() {
        StubServer.answers("/gone", 410, "");
        StubServer.answers("/esms", 200, TAKEN);
        UUID obligation = UUID.randomUUID();

        tell(obligation, Urgency.U2, "d", Manner.IN_TURN, webhook("/gone"), sms());

        settles(obligation, "FAILED", "SENT");
    }

    @Test
    void aSlowGatewayIsLeftForTheNextWayWhenPatienceEnds() {
        StubServer.keepsSilent("/slow");
        StubServer.answers("/esms", 200, TAKEN);
        UUID obligation = UUID.randomUUID();

        tell(obligation, Urgency.U3, "e", Manner.IN_TURN, webhook("/slow"), sms());

        settles(obligation, "PASSED_ON", "SENT");
        assertThat(StubServer.calls("/slow")).hasSize(2);
    }

    @Test
    void anUrgentMessageTriesTheNextWayBesideTheFirst() {
        StubServer.answers("/flaky", 503, "");
        StubServer.answers("/esms", 200, TAKEN);
        UUID obligation = UUID.randomUUID();

        tell(obligation, Urgency.U1, "f", Manner.IN_TURN, webhook("/flaky"), sms());
        settles(obligation, "DUE", "SENT");
        StubServer.answers("/flaky", 204, "");

        settles(obligation, "SENT", "SENT");
    }

    @Test
    void aRedAlertTakesEveryWayAtOnce() {
        StubServer.answers("/red", 204, "");
        StubServer.answers("/esms", 200, TAKEN);
        UUID obligation = UUID.randomUUID();

        tell(obligation, Urgency.U0, "g", Manner.AT_ONCE, webhook("/red"), sms());

        settles(obligation, "SENT", "SENT");
    }

    @Test
    void nobodyIsDisturbedOnceSomebodyKnows() {
        StubServer.answers("/later", 503, "");
        UUID obligation = UUID.randomUUID();
        tell(obligation, Urgency.U2, "h", Manner.IN_TURN, webhook("/later"), sms());

        QuarkusTransaction.requiringNew().run(() -> deliveries.withdraw(obligation));

        settles(obligation, "WITHDRAWN", "WITHDRAWN");
    }

    @Test
    void aLimitHoldsBackPlannedMessagesAndNeverUrgentOnes() {
        StubServer.answers("/many", 204, "");
        List<UUID> planned = List.of(5, 4, 3, 2, 1).stream().map(_ -> UUID.randomUUID()).toList();
        planned.forEach(each -> tell(each, Urgency.U3, "busy", Manner.IN_TURN, webhook("/many")));
        await().atMost(ofSeconds(10)).until(() -> states("recipient = 'busy'", "SENT") == 3);
        UUID urgent = UUID.randomUUID();

        tell(urgent, Urgency.U1, "busy", Manner.IN_TURN, webhook("/many"));

        settles(urgent, "SENT");
        assertThat(states("recipient = 'busy' and reason = 'held-back'", "DUE")).isEqualTo(2);
    }

    @Test
    void nobodyToBeReachedIsSaidAtOnce() {
        Telling unknown =
                new Telling(
                        UUID.randomUUID(),
                        0,
                        "i",
                        Language.VI,
                        Notices.of(Urgency.U2),
                        List.of(new Way("pigeon", "the roof")),
                        Manner.IN_TURN);

        assertThat(QuarkusTransaction.requiringNew().call(() -> deliveries.tell(unknown)))
                .isFalse();
    }

    @Test
    void coordinatorsSeeHowChannelsDoAndDoctorsDoNot() {
        given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .get("/api/v1/channels")
                .then()
                .statusCode(200)
                .body("name", org.hamcrest.Matchers.hasItems("push", "sms", "webhook"));
        given().auth()
                .oauth2(TestTokens.as("doctor", "htd-hcmc"))
                .get("/api/v1/channels")
                .then()
                .statusCode(403);
    }

    private void tell(
            UUID obligation, Urgency urgency, String recipient, Manner manner, Way... ways) {
        Telling telling =
                new Telling(
                        obligation,
                        0,
                        recipient,
                        Language.VI,
                        Notices.of(urgency),
                        List.of(ways),
                        manner);
        QuarkusTransaction.requiringNew().call(() -> deliveries.tell(telling));
    }

    private static Way webhook(String path) {
        return new Way("webhook", StubServer.url(path));
    }

    private static Way sms() {
        return new Way("sms", "0903 123 456");
    }

    private static void settles(UUID obligation, String... states) {
        await().atMost(ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(
                                                OwnerConnection.column(
                                                        rows("state", obligation)
                                                                + " order by place"))
                                        .containsExactly(states));
    }

    private static String rows(String column, UUID obligation) {
        return "select " + column + " from delivery where obligation_id = '" + obligation + "'";
    }

    private static long states(String where, String state) {
        return Long.parseLong(
                OwnerConnection.value(
                        "select count(*) from delivery where "
                                + where
                                + " and state = '"
                                + state
                                + "'"));
    }
}
