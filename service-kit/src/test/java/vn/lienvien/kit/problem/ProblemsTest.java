package vn.lienvien.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienvien.kit.app.Notes;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.Logged;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class ProblemsTest {

    private static final String NOTES = "/api/v1/notes";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"lines\":                              | 400 | malformed-json |",
                "{\"lines\":[]} x                         | 400 | malformed-json |",
                "{\"lines\":[],\"lines\":[]}              | 400 | malformed-json |",
                "[]                                       | 400 | malformed-json |",
                "{\"lines\":[],\"status\":\"DONE\"}       | 422 | invalid | status",
                "{\"lines\":[{\"text\":\"a\",\"weight\":\"2\"}]} | 422 | invalid | lines[0].weight",
                "{\"lines\":[{\"text\":1,\"weight\":2}]}  | 422 | invalid | lines[0].text",
                "{\"lines\":[{\"text\":\"a\",\"weight\":11}]} | 422 | invalid | lines[0].weight",
                "{\"lines\":[{\"text\":\"a\"}]}           | 422 | invalid | lines[0].weight",
                "{\"lines\":null}                         | 422 | invalid | lines",
                "{\"lines\":[],\"about\":\"No Code\"}     | 422 | invalid | about",
                "null                                     | 422 | invalid | note",
            })
    void aBodyThatIsNotAcceptableSaysWhichField(
            String body, int status, String code, String field) {
        var answer = post(body).statusCode(status).body("code", equalTo(code));
        if (field != null) {
            answer.body("violations[0].field", equalTo(field));
        }
        isProblem(answer);
    }

    @Test
    void deepNestingIsRefused() {
        isProblem(post("{\"lines\":" + "[".repeat(500) + "]".repeat(500) + "}").statusCode(422));
    }

    @Test
    void aWrongContentTypeIsSaidSo() {
        isProblem(
                doctor().contentType("text/plain")
                        .body("hello")
                        .post(NOTES)
                        .then()
                        .statusCode(415)
                        .body("code", equalTo("unsupported-media-type")));
    }

    @Test
    void anUnknownPathAndAnUnknownMethodAreProblems() {
        isProblem(doctor().get("/api/v1/nothing").then().statusCode(404));
        isProblem(doctor().delete(NOTES).then().statusCode(405));
    }

    @Test
    void aQueryParameterOutOfRangeIsNamed() {
        isProblem(
                doctor().get(NOTES + "?limit=101")
                        .then()
                        .statusCode(422)
                        .body("violations[0].field", equalTo("limit")));
    }

    @Test
    void withoutATokenOrWithABadOneNobodyComesIn() {
        isProblem(
                given().get(NOTES)
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", equalTo("Bearer")));
        TestTokens.ofNobody()
                .forEach(
                        (why, token) ->
                                assertThat(
                                                given().auth()
                                                        .oauth2("" + token)
                                                        .get(NOTES)
                                                        .statusCode())
                                        .as(why)
                                        .isEqualTo(401));
    }

    @Test
    void theWrongRoleIsForbiddenAndAnUnannotatedMethodIsForEverybody() {
        isProblem(
                given().auth()
                        .oauth2(TestTokens.as("authority", "soyte-hcm"))
                        .get(NOTES)
                        .then()
                        .statusCode(403)
                        .body("code", equalTo("role-required")));
        isProblem(doctor().get(NOTES + "/unannotated").then().statusCode(403));
    }

    @Test
    void aRoleCountsOnlyAtTheOrganisationOfTheRequest() {
        String token =
                TestTokens.of(
                        "invented-both",
                        TestTokens.membership("htd-hcmc", List.of("doctor"), null, null),
                        TestTokens.membership("cho-ray", List.of("nurse"), null, null),
                        TestTokens.membership(
                                "gia-dinh",
                                List.of("doctor"),
                                null,
                                Instant.parse("2021-11-08T00:00:00Z")));
        isProblem(
                given().auth()
                        .oauth2(token)
                        .get(NOTES)
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("organisation-required")));
        given().auth()
                .oauth2(token)
                .header("LienVien-Organisation", "cho-ray")
                .get(NOTES)
                .then()
                .statusCode(200)
                .body("for", equalTo("cho-ray"));
        isProblem(
                given().auth()
                        .oauth2(token)
                        .header("LienVien-Organisation", "cho-ray")
                        .get(NOTES + "/slow")
                        .then()
                        .statusCode(403));
        isProblem(
                given().auth()
                        .oauth2(token)
                        .header("LienVien-Organisation", "gia-dinh")
                        .get(NOTES)
                        .then()
                        .statusCode(403));
    }

    @Test
    void aFaultTellsNothingOfTheInside() {
        isProblem(
                doctor().get(NOTES + "/fault")
                        .then()
                        .statusCode(500)
                        .body("code", equalTo("internal")));
    }

    @Test
    void noRowThatTheDatabaseRefusesIsToldInTheLog() {
        Notes.makeTables();
        try (var log = new Logged()) {
            isProblem(doctor().get(NOTES + "/bad-row").then().statusCode(500));

            assertThat(log.lines())
                    .anyMatch(each -> each.contains("strict_note_weight_check"))
                    .noneMatch(each -> each.contains("Canary"));
        }
    }

    @Test
    void aDatabaseThatFellSilentIsGivenUp() {
        isProblem(
                doctor().get(NOTES + "/silence")
                        .then()
                        .statusCode(503)
                        .body("code", equalTo("unavailable")));
    }

    @Test
    void whenThePoolIsExhaustedTheRequestMayComeBack() throws Exception {
        List<Response> answers = new CopyOnWriteArrayList<>();
        var clients =
                IntStream.range(0, 30)
                        .mapToObj(
                                _ ->
                                        Thread.ofVirtual()
                                                .start(
                                                        () ->
                                                                answers.add(
                                                                        doctor().get(
                                                                                        NOTES
                                                                                                + "/slow"))))
                        .toList();
        for (Thread client : clients) {
            client.join();
        }

        var busy = answers.stream().filter(each -> each.statusCode() != 200).toList();
        assertThat(busy).isNotEmpty();
        busy.forEach(
                each ->
                        isProblem(
                                each.then()
                                        .statusCode(503)
                                        .header("Retry-After", equalTo("2"))
                                        .body("code", equalTo("unavailable"))));
    }

    @Test
    void theRequestIdIsTakenOverWhenWellFormedAndMadeOtherwise() {
        doctor().header("X-Request-Id", "console-0001")
                .get(NOTES)
                .then()
                .header("X-Request-Id", equalTo("console-0001"))
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        doctor().header("X-Request-Id", "bad id\tx")
                .get(NOTES)
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void everyAnswerIsKeptFromCachesAndFramesHoweverEarlyItEnds() {
        List.of(
                        doctor().get(NOTES),
                        given().get(NOTES),
                        doctor().get("/api/v1/nothing"),
                        doctor().urlEncodingEnabled(false).get(NOTES + "?limit=%00"),
                        doctor().contentType("application/json")
                                .body(" ".repeat(300 * 1024))
                                .post(NOTES))
                .forEach(
                        answer ->
                                answer.then()
                                        .header("Cache-Control", equalTo("no-store"))
                                        .header("X-Content-Type-Options", equalTo("nosniff"))
                                        .header("X-Frame-Options", equalTo("DENY"))
                                        .header("Referrer-Policy", equalTo("no-referrer"))
                                        .header(
                                                "Content-Security-Policy",
                                                equalTo(
                                                        "default-src 'none'; frame-ancestors 'none'")));
    }

    private static RequestSpecification doctor() {
        return given().auth().oauth2(TestTokens.as("doctor", "htd-hcmc"));
    }

    private static ValidatableResponse post(String body) {
        return doctor().contentType("application/json").body(body).post(NOTES).then();
    }

    private static void isProblem(ValidatableResponse answer) {
        answer.contentType(equalTo("application/problem+json"))
                .body("requestId", matchesPattern("[A-Za-z0-9._-]{8,64}"))
                .body(not(containsString("vn.lienvien")))
                .body(not(containsString("Exception")))
                .body(not(containsString("select")));
    }
}
