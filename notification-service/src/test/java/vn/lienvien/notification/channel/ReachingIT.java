package vn.lienvien.notification.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.obligation.Story;
import vn.lienvien.notification.obligation.Telling;

/** From an event to the messages that leave the house. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@WithTestResource(ChannelSettings.class)
class ReachingIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject Telling telling;

    /** Urgent, so that no limit per recipient holds back what earlier tests used up. */
    private final Story story = new Story(UUID.randomUUID(), Urgency.U1);

    @BeforeEach
    void dutyPhone() {
        StubServer.answers("/esms", 200, "{\"CodeResult\":\"100\",\"SMSID\":\"1\"}");
        StubServer.answers("/htd", 204, "");
        given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .contentType(ContentType.JSON)
                .body(Map.of("phone", "0903 123 456", "language", "en"))
                .put("/api/v1/contacts/htd-hcmc/DOCTOR")
                .then()
                .statusCode(200);
    }

    @Test
    void theDutyPhoneAndTheHospitalsSystemAreToldTheSame() {
        telling.tell(story.held(1, story.offer(1, HTD)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(states()).containsExactly("SENT", "SENT"));
        JsonPath hook = JsonPath.from(StubServer.calls("/htd").getLast().text());
        assertThat(hook.getString("caseCode")).isEqualTo("7F3KXQ");
        assertThat(hook.getString("from")).isEqualTo("soc-trang-covid");
        assertThat(JsonPath.from(StubServer.calls("/esms").getLast().text()).getString("Content"))
                .startsWith("LienVien U1 Case 7F3KXQ: answer the offer. from soc-trang-covid.");
    }

    @Test
    void whoeverKnowsIsNotDisturbedAgain() {
        StubServer.answers("/esms", 503, "");
        StubServer.answers("/htd", 503, "");
        var offer = story.offer(1, HTD);
        telling.tell(story.held(1, offer));
        await().atMost(SOON).until(() -> states().size() == 2);

        telling.tell(story.confirmed(1, offer));

        assertThat(states()).containsOnly("WITHDRAWN");
    }

    /**
     * Of what the doctor on duty is told first of this story; reminders follow, for it is long ago.
     */
    private List<String> states() {
        return OwnerConnection.column(
                "select state from delivery join obligation on obligation.id = obligation_id"
                        + " where kind = 'ANSWER_OFFER' and rung = 0 and subject = '"
                        + story.transfer()
                        + "' order by channel");
    }
}
