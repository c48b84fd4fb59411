package vn.lienvien.notification.obligation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class ObligationResourceTest {

    private static final String PATH = "/api/v1/obligations";
    private static final String LONG_AGO = "2021-11-08T15:30:00Z";

    @Inject Telling telling;

    private Story story;

    @BeforeEach
    void aSlotIsHeld() {
        story = new Story(UUID.randomUUID(), Urgency.U2);
        telling.tell(story.requested(), story.held(1, story.offer(1, HTD)));
    }

    @Test
    void aDoctorSeesWhatTheUnitMustAnswer() {
        as("doctor", "htd-hcmc")
                .get(PATH + "?transfer=" + story.transfer())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("ANSWER_OFFER"))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].role", equalTo("DOCTOR"))
                .body("items[0].organisation", equalTo("htd-hcmc"))
                .body("items[0].caseCode", equalTo("7F3KXQ"))
                .body("items[0].urgency", equalTo("U2"))
                .body("items[0].origin", equalTo("soc-trang-covid"))
                .body("items[0].dueAt", equalTo("2021-11-08T16:30:00Z"))
                .body("items[0].calls", empty())
                .body("nextCursor", nullValue());
    }

    @Test
    void anotherHospitalSeesNothingOfIt() {
        var id = theOne("htd-hcmc");

        as("doctor", "cho-ray")
                .get(PATH + "?transfer=" + story.transfer())
                .then()
                .statusCode(200)
                .body("items", empty());
        as("doctor", "cho-ray").get(PATH + "/" + id).then().statusCode(404);
        as("doctor", "cho-ray").post(PATH + "/" + id + "/acknowledgement").then().statusCode(404);
        as("doctor", "cho-ray").get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void coordinatorsSeeEverybodysAndTheReferringHospitalItsOwnCase() {
        for (var person :
                List.of(as("coordinator", "soyte-hcm"), as("referrer", "soc-trang-covid"))) {
            person.get(PATH + "?transfer=" + story.transfer())
                    .then()
                    .body("items.kind", contains("ANSWER_OFFER"));
        }
        as("coordinator", "soyte-hcm")
                .get(PATH + "?organisation=htd-hcmc&state=all&transfer=" + story.transfer())
                .then()
                .body("items.transferId", hasItem(story.transfer().toString()));
        as("coordinator", "soyte-hcm")
                .get(PATH + "?organisation=cho-ray&state=all&transfer=" + story.transfer())
                .then()
                .body("items.transferId", not(hasItem(story.transfer().toString())));
    }

    @Test
    void iKnowEndsItAndSaysWhoAndWhen() {
        var id = theOne("htd-hcmc");

        as("doctor", "htd-hcmc")
                .post(PATH + "/" + id + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"))
                .body("end", equalTo("ACKNOWLEDGED"))
                .body("endedBy", equalTo("person"))
                .body("acknowledgedBy", equalTo("doctor@htd-hcmc"))
                .body("acknowledgedFor", equalTo("htd-hcmc"));

        as("doctor", "htd-hcmc")
                .get(PATH + "?transfer=" + story.transfer())
                .then()
                .body("items", empty());
        as("doctor", "htd-hcmc")
                .get(PATH + "?state=ended&transfer=" + story.transfer())
                .then()
                .body("items.id", contains(id));
        assertThat(announced())
                .containsExactly(
                        "vn.lienvien.alert.obligation-opened.v1",
                        "vn.lienvien.alert.obligation-closed.v1");
    }

    @Test
    void whoSeesItButNeedNotKnowCannotSayIKnow() {
        var id = theOne("htd-hcmc");

        for (var person : List.of(as("nurse", "htd-hcmc"), as("coordinator", "soyte-hcm"))) {
            person.post(PATH + "/" + id + "/acknowledgement")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role-required"));
        }
    }

    @Test
    void aCallThatWasAnsweredEndsItWhoeverEntersIt() {
        var id = theOne("htd-hcmc");

        called(as("coordinator", "soyte-hcm"), id, "Dr An (invented)", LONG_AGO)
                .statusCode(200)
                .body("end", equalTo("ACKNOWLEDGED"))
                .body("acknowledgedBy", equalTo("coordinator@soyte-hcm"))
                .body("calls.answeredBy", contains("Dr An (invented)"))
                .body("calls[0].answeredAt", equalTo(LONG_AGO))
                .body("calls[0].enteredFor", equalTo("soyte-hcm"));
    }

    @Test
    void aCallAfterTheEndIsAFactAndKept() {
        var id = theOne("htd-hcmc");
        telling.tell(story.ended(1));

        called(as("referrer", "soc-trang-covid"), id, "Dr An (invented)", LONG_AGO)
                .statusCode(200)
                .body("end", equalTo("OVERTAKEN"))
                .body("endedBy", equalTo("transfer.ended"))
                .body("calls", hasSize(1));
    }

    @Test
    void theSameKeyHasItsEffectOnce() {
        var id = theOne("htd-hcmc");
        var key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            called(
                            as("doctor", "htd-hcmc").header("Idempotency-Key", key),
                            id,
                            "Dr An (invented)",
                            LONG_AGO)
                    .statusCode(200)
                    .body("calls", hasSize(1));
        }
        called(
                        as("doctor", "htd-hcmc").header("Idempotency-Key", key),
                        id,
                        "Dr Binh (invented)",
                        LONG_AGO)
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aCallFromTheFutureIsRefused() {
        called(
                        as("doctor", "htd-hcmc"),
                        theOne("htd-hcmc"),
                        "Dr An (invented)",
                        Instant.now().plusSeconds(3600).toString())
                .statusCode(422)
                .body("violations[0].field", equalTo("answeredAt"))
                .body("violations[0].code", equalTo("clock-ahead"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"answeredBy\":\"\",\"answeredAt\":\"" + LONG_AGO + "\"}",
                "{\"answeredBy\":\"Dr An\",\"answeredAt\":\"yesterday\"}",
                "{\"answeredBy\":\"Dr An\",\"answeredAt\":\"" + LONG_AGO + "\",\"end\":\"x\"}"
            })
    void aBodyThatIsNoCallChangesNothing(String body) {
        var id = theOne("htd-hcmc");

        as("doctor", "htd-hcmc")
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH + "/" + id + "/call")
                .then()
                .statusCode(containsAny(400, 422))
                .contentType("application/problem+json")
                .body(not(containsString("Exception")));

        assertThat(theOne("htd-hcmc")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?state=unknown", "?cursor=x", "?limit=0", "?limit=201", "?cursor=MSAy"})
    void aQuestionThatMakesNoSenseIsRefused(String query) {
        as("doctor", "htd-hcmc")
                .get(PATH + query)
                .then()
                .statusCode(422)
                .body("violations", hasSize(1));
    }

    @Test
    void nobodyWithoutATokenGetsIn() {
        given().get(PATH).then().statusCode(401);
        as("admin", "lienvien").get(PATH).then().statusCode(403);
    }

    @Test
    void pagesFollowOneAnotherByDueTime() {
        for (int n = 2; n < 6; n++) {
            telling.tell(story.held(1, story.offer(n, CHO_RAY)));
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page =
                    as("coordinator", "soyte-hcm")
                            .queryParam("transfer", story.transfer())
                            .queryParam("limit", 2)
                            .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                            .get(PATH)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void everyRoleFindsWhatItMustKnowAfterAConfirm() {
        telling.tell(story.confirmed(1, story.offer(1, HTD)));

        as("coordinator", "soyte-hcm")
                .get(PATH + "?transfer=" + story.transfer())
                .then()
                .body("items.kind", containsInAnyOrder("PREPARE_BED", "KNOW_ACCEPTED"));
        as("nurse", "htd-hcmc")
                .get(PATH + "?transfer=" + story.transfer())
                .then()
                .body("items.kind", contains("PREPARE_BED"));
    }

    private String theOne(String organisation) {
        return as("doctor", organisation)
                .get(PATH + "?transfer=" + story.transfer())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath()
                .getString("items[0].id");
    }

    private List<String> announced() {
        return OwnerConnection.column(
                "select type from outbox where key = '%s' order by sequence"
                        .formatted(story.transfer()));
    }

    private static ValidatableResponse called(
            RequestSpecification person, String id, String answeredBy, String answeredAt) {
        return person.contentType(ContentType.JSON)
                .body(Map.of("answeredBy", answeredBy, "answeredAt", answeredAt))
                .post(PATH + "/" + id + "/call")
                .then();
    }

    private static Matcher<Integer> containsAny(Integer... codes) {
        return is(oneOf(codes));
    }

    private static RequestSpecification as(String role, String organisation) {
        return given().auth().oauth2(TestTokens.as(role, organisation));
    }
}
