package vn.lienvien.notification.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.TransferEvent.SoughtBecause;
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
@QuarkusTestResource(ChannelSettings.class)
class ReachingIT {

    @Inject Telling telling;
    @Inject Outgoing outgoing;

    /** Urgent, so that no limit per recipient holds back what earlier tests used up. */
    private final Story story = new Story(UUID.randomUUID(), Urgency.U1);

    @BeforeEach
    void dutyPhone() {
        outgoing.startAnew();
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

        await().untilAsserted(() -> assertThat(states()).containsExactly("SENT", "SENT"));
        JsonPath hook = said("/htd", "webhook");
        assertThat(hook.getString("caseCode")).isEqualTo("7F3KXQ");
        assertThat(hook.getString("from")).isEqualTo("soc-trang-covid");
        assertThat(said("/esms", "sms").getString("Content"))
                .startsWith("LienVien U1 Case 7F3KXQ: answer the offer. from soc-trang-covid.");
    }

    @Test
    void whoeverKnowsIsNotDisturbedAgain() {
        StubServer.answers("/esms", 503, "");
        StubServer.answers("/htd", 503, "");
        var offer = story.offer(1, HTD);
        telling.tell(story.held(1, offer));
        await().until(() -> states().size() == 2);

        telling.tell(story.confirmed(1, offer));

        assertThat(states()).containsOnly("WITHDRAWN");
    }

    @Test
    void noNameThatLiesBesideACaseLeavesTheHouse() {
        var offer = story.offer(1, HTD);
        telling.tell(story.requested(), story.held(1, offer));
        await().untilAsserted(() -> assertThat(states()).containsExactly("SENT", "SENT"));
        called(obligation("ANSWER_OFFER"));

        telling.tell(story.lapsed(1, offer), story.soughtAnew(2, SoughtBecause.WITHDRAWN));
        var again = story.offer(2, HTD);
        telling.tell(story.held(2, again), story.confirmed(2, again), story.departed(2));
        telling.tell(story.arrived(2));

        await().untilAsserted(() -> assertThat(owed()).isEmpty());
        assertThat(everythingSaid())
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .doesNotContainIgnoringCase(
                                                "canary",
                                                "Hoàng Yến",
                                                "Hoang Yen",
                                                "079198000123"));
    }

    /** Free text of people, with what must never be in it. */
    private static void called(String obligation) {
        given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        Map.of(
                                "answeredBy",
                                "BS Canary, về Trần Thị Hoàng Yến 079198000123",
                                "answeredAt",
                                "2021-11-08T15:31:00Z"))
                .post("/api/v1/obligations/" + obligation + "/call")
                .then()
                .statusCode(200);
    }

    private String obligation(String kind) {
        return OwnerConnection.value(
                "select id from obligation where kind = '%s' and subject = '%s'"
                        .formatted(kind, story.transfer()));
    }

    /** All that was sent of this story, as it went over the wire, and as it lies in the queue. */
    private List<String> everythingSaid() {
        var references = OwnerConnection.column("select reference " + ofStory());
        var sent =
                Stream.of("/esms", "/htd")
                        .flatMap(path -> StubServer.calls(path).stream())
                        .map(StubServer.Call::text)
                        .filter(text -> references.stream().anyMatch(text::contains));
        var queued = OwnerConnection.column("select delivery::text " + ofStory());
        return Stream.concat(sent, queued.stream()).toList();
    }

    private List<String> owed() {
        return OwnerConnection.column("select state " + ofStory() + " and state = 'DUE'");
    }

    private String ofStory() {
        return "from delivery where obligation_id in (select id from obligation where subject = '"
                + story.transfer()
                + "')";
    }

    /** What was sent about the offer by that channel. */
    private JsonPath said(String path, String channel) {
        var reference =
                OwnerConnection.value(
                        "select reference "
                                + ofStory()
                                + " and rung = 0 and channel = '"
                                + channel
                                + "' and obligation_id = '"
                                + obligation("ANSWER_OFFER")
                                + "'");
        return StubServer.calls(path).stream()
                .map(StubServer.Call::text)
                .filter(text -> text.contains(reference))
                .map(JsonPath::from)
                .findFirst()
                .orElseThrow();
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
