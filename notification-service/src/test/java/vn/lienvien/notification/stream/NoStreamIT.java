package vn.lienvien.notification.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** Whoever cannot be let in is told so at once, and not left before a stream that says nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@TestProfile(NoStreamIT.Small.class)
class NoStreamIT {

    /** Two streams in all, two a person. */
    public static class Small implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lienvien.notification.stream.most", "2",
                    "lienvien.notification.stream.per-user", "2");
        }
    }

    @TestHTTPResource("")
    String url;

    @Inject LiveStream stream;

    private final List<Listening> open = new ArrayList<>();

    @AfterEach
    void closes() {
        open.forEach(Listening::close);
        await().until(() -> stream.readers() == 0);
    }

    @Test
    void beyondWhatTheProcessCanServeItSaysWhenToTryAgain() {
        var first = listen("a");
        listen("a");

        given().auth()
                .oauth2(token("b"))
                .get("/api/v1/stream")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "15")
                .body("code", equalTo("streams-full"));

        first.close();
        await().until(() -> stream.readers() == 1);
        listen("b");
    }

    @Test
    void whoMakesRoomByAnOlderStreamOfHersIsLetIn() {
        var oldest = listen("a");
        listen("a");
        listen("a");

        await().until(oldest::over);
        assertThat(oldest.events()).containsExactly("displaced");
        assertThat(stream.readers()).isEqualTo(2);
    }

    @Test
    void whosePastCannotBeReadIsToldSo() {
        var reader = listen("a");
        var here = reader.lastId();
        stream.on(List.of(event()));
        OwnerConnection.run("revoke select on relation from service_app");
        try {
            given().auth()
                    .oauth2(token("b"))
                    .header("Last-Event-ID", here)
                    .get("/api/v1/stream")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json");
            stream.on(List.of(event()));
            await().until(() -> reader.heard().size() == 2);
        } finally {
            OwnerConnection.run("grant select on relation to service_app");
        }
        assertThat(stream.readers()).isEqualTo(1);
    }

    private static TailedEvent event() {
        var transfer = UUID.randomUUID();
        return new TailedEvent(
                UUID.randomUUID(),
                "vn.lienvien.placement.slot-held.v1",
                transfer.toString(),
                1,
                Instant.now(),
                Set.of(HTD),
                transfer);
    }

    private Listening listen(String user) {
        var reader = Listening.open(url, token(user), null);
        open.add(reader);
        await().until(() -> !reader.lastId().isEmpty());
        return reader;
    }

    private static String token(String user) {
        return TestTokens.of(
                user, TestTokens.membership(HTD.value(), List.of("doctor"), null, null));
    }
}
