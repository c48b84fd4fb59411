package vn.lienvien.kit.once;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.app.Notes;
import vn.lienvien.kit.sql.SqlFailed;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class OnceIT {

    private static final String NOTE = "{\"lines\":[{\"text\":\"a\",\"weight\":1}]}";
    private static final String EMPTY = "{\"lines\":[]}";

    @Inject Once once;

    private String key;

    @BeforeAll
    static void tables() {
        Notes.makeTables();
    }

    @BeforeEach
    void anotherKey() {
        key = UUID.randomUUID().toString();
        OwnerConnection.run("truncate note");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndOneEffect() {
        String id = post("doctor", key, NOTE).then().statusCode(200).extract().path("resourceId");

        post("doctor", key, NOTE).then().statusCode(200).body("resourceId", equalTo(id));
        post("doctor", key, "{ \"lines\" : [ { \"weight\":1, \"text\":\"a\" } ] }")
                .then()
                .statusCode(200)
                .body("resourceId", equalTo(id));
        assertThat(notes()).isEqualTo("1");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        post("doctor", key, NOTE).then().statusCode(200);

        post("doctor", key, EMPTY)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void twentyAtOnceHaveOneEffectAndOneAnswer() throws Exception {
        Set<String> answers = ConcurrentHashMap.newKeySet();
        var clients =
                IntStream.range(0, 20)
                        .mapToObj(_ -> Thread.ofVirtual().start(() -> answers.add(answered())))
                        .toList();
        for (Thread client : clients) {
            client.join();
        }

        assertThat(answers).hasSize(1);
        assertThat(notes()).isEqualTo("1");
    }

    /** A full pool, or a first one that takes long, asks the caller to come back, so it does. */
    private String answered() {
        Response answer = post("doctor", key, NOTE);
        while (answer.statusCode() == 503 || answer.statusCode() == 409) {
            answer = post("doctor", key, NOTE);
        }
        return answer.asString();
    }

    @Test
    void aRefusalIsStoredToo() {
        post("doctor", key, EMPTY).then().body("refusal", equalTo("empty-note"));
        post("doctor", key, EMPTY).then().body("refusal", equalTo("empty-note"));

        assertThat(
                        OwnerConnection.value(
                                "select refusal from idempotency where key = '" + key + "'"))
                .isEqualTo("empty-note");
    }

    @Test
    void aKeyOfOnePersonMeansNothingForAnother() {
        String first = post("doctor", key, NOTE).path("resourceId");
        String second =
                post(TestTokens.as("doctor", "cho-ray"), key, NOTE, "/api/v1/notes")
                        .path("resourceId");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void withoutAKeyEachRequestIsNew() {
        post("doctor", null, NOTE);
        post("doctor", null, NOTE);

        assertThat(notes()).isEqualTo("2");
    }

    @Test
    void whoeverWaitsTooLongForTheFirstIsToldToComeBack() throws Exception {
        try (Connection first = OwnerConnection.open();
                Statement sql = first.createStatement()) {
            first.setAutoCommit(false);
            sql.execute(
                    "insert into idempotency (organisation, actor, operation, key, body_hash)"
                            + " values ('htd-hcmc', 'doctor@htd-hcmc', 'POST /api/v1/notes', '"
                            + key
                            + "', '')");

            post("doctor", key, NOTE)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("request-in-progress"));
        }
        assertThat(notes()).isEqualTo("0");
    }

    @Test
    void whoeverLosesADeadlockIsRepeatedOnceTheWinnerIsThrough() {
        long winnerIsThrough = System.nanoTime() + Duration.ofMillis(100).toNanos();

        Done done =
                once.run(
                        null,
                        null,
                        () -> {
                            if (System.nanoTime() - winnerIsThrough < 0) {
                                throw new SqlFailed(new SQLException("lost", "40P01"));
                            }
                            return Done.ok("stored");
                        });

        assertThat(done).isEqualTo(Done.ok("stored"));
    }

    @Test
    void aMalformedKeyIsRefused() {
        post("doctor", "k".repeat(300), NOTE)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-malformed"));
    }

    private static String notes() {
        return OwnerConnection.value("select count(*) from note");
    }

    private static Response post(String role, String key, String body) {
        return post(TestTokens.as(role, "htd-hcmc"), key, body, "/api/v1/notes");
    }

    private static Response post(String token, String key, String body, String path) {
        var request = given().auth().oauth2(token).contentType("application/json").body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post(path);
    }
}
