package vn.lienvien.notification.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.lienvien.notification.channel.Telling.Manner.IN_TURN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** What a coordinator is told who asks whether anybody was reached. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class DeliveryResourceTest {

    @Inject Outgoing outgoing;
    @Inject ChannelConfig config;

    @BeforeEach
    void startsAnew() {
        outgoing.startAnew();
    }

    @Test
    void itTellsWhichWayFailedAndWhichReachedThem() {
        StubServer.answers("/history-down", 503, "");
        StubServer.answers("/esms", 200, "{\"CodeResult\":\"100\"}");
        UUID obligation =
                outgoing.tell(
                        Urgency.U2,
                        "doctor@history",
                        IN_TURN,
                        new Way("webhook", StubServer.url("/history-down")),
                        new Way("sms", "0903 123 456"));
        isOf("htd-hcmc", obligation);
        outgoing.settles(obligation, "PASSED_ON", "SENT");

        as("coordinator", obligation)
                .statusCode(200)
                .body("channel", contains("webhook", "sms"))
                .body("state", contains("PASSED_ON", "SENT"))
                .body("reason", contains("http-503", null))
                .body("[0].attempts", equalTo(config.patience()))
                .body("[0].recipient", equalTo("doctor@history"))
                .body("[1].address", equalTo("0903 123 456"))
                .body("[1].endedAt", notNullValue())
                .body("nextTryAt", contains(null, (Object) null));
    }

    @Test
    void itTellsWhenTheNextTryIs() {
        StubServer.answers("/history-next", 503, "");
        UUID obligation =
                outgoing.tell(
                        Urgency.U2,
                        "nurse@history",
                        IN_TURN,
                        new Way("webhook", StubServer.url("/history-next")));
        isOf("soyte-hcm", obligation);
        outgoing.calls("/history-next", 1);

        as("admin", obligation)
                .statusCode(200)
                .body("state", contains("DUE"))
                .body("[0].nextTryAt", notNullValue());
    }

    @Test
    void anAdminAsksAboutHerOwnOrganisationOnly() {
        var obligation = UUID.randomUUID();
        isOf("htd-hcmc", obligation);

        as("admin", obligation).statusCode(404);
        as("coordinator", obligation).statusCode(200);
    }

    @Test
    void anObligationThatIsNotThereIsNotFound() {
        as("coordinator", UUID.randomUUID()).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referrer", "doctor", "nurse", "team", "authority"})
    void dutyPhonesAreForCoordinators(String role) {
        assertThat(as(role, UUID.randomUUID()).extract().statusCode()).isEqualTo(403);
    }

    private static void isOf(String organisation, UUID obligation) {
        OwnerConnection.run(
                """
                insert into obligation (id, subject, unit, kind, role, organisation, source, attempt,
                    opened_on, opened_at, clock_from, due_at, ladder, step, ended, ended_at, version)
                values ('%1$s', '%1$s', '%2$s.icu', 'CONFIRM_CAPACITY', 'DOCTOR', '%2$s', 'CAPACITY', 1,
                    'capacity.still-true-asked', app_now(), app_now(), app_now(), 'usual', 0, 'OVERTAKEN', app_now(), 0)
                """
                        .formatted(obligation, organisation));
    }

    private static ValidatableResponse as(String role, UUID obligation) {
        return given().auth()
                .oauth2(TestTokens.as(role, "soyte-hcm"))
                .get("/api/v1/obligations/" + obligation + "/deliveries")
                .then();
    }
}
