package vn.lienvien.notification.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.Outcome.Fault;

/** How the channels do, for those who must notice when they do not. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class ChannelResourceTest {

    @Inject Wellness wellness;
    @Inject ChannelConfig config;

    @BeforeEach
    void nothingIsCountedYet() {
        OwnerConnection.run("delete from delivery where channel = 'push'");
    }

    @Test
    void coordinatorsSeeHowChannelsDoAndDoctorsDoNot() {
        given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .get("/api/v1/channels")
                .then()
                .statusCode(200)
                .body("name", hasItems("push", "sms", "webhook"));
        given().auth()
                .oauth2(TestTokens.as("doctor", "htd-hcmc"))
                .get("/api/v1/channels")
                .then()
                .statusCode(403);
    }

    @Test
    void aHospitalsServerThatIsAwayIsNamedAndTheOthersAreWell() {
        for (int i = 0; i < config.failuresUntilUnwell(); i++) {
            wellness.note("webhook ward.invalid:443", Outcome.deferred("http-503", Fault.CHANNEL));
        }

        assertThat(webhook("health")).isEqualTo("WELL");
        assertThat(webhook("serversUnwell.find { it.server == 'ward.invalid:443' }.unwellBecause"))
                .isEqualTo("http-503");

        wellness.note("webhook ward.invalid:443", Outcome.delivered());

        assertThat(webhook("serversUnwell.find { it.server == 'ward.invalid:443' }")).isNull();
    }

    private static Object webhook(String what) {
        return given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .get("/api/v1/channels")
                .path("find { it.name == 'webhook' }." + what);
    }

    @Test
    void theLastHourCountsWhateverWasOrderedWhen() {
        delivery("SENT", "3 hours", "'59 minutes'");
        delivery("RECEIVED", "3 hours", "'59 minutes'");
        delivery("FAILED", "3 hours", "'59 minutes'");
        delivery("SENT", "3 hours", "'61 minutes'");
        delivery("PASSED_ON", "3 hours", "'61 minutes'");
        delivery("WITHDRAWN", "3 hours", "'59 minutes'");
        delivery("STANDBY", "3 hours", null);
        delivery("DUE", "90 days", null);

        assertThat(counted()).containsExactly(1, 2, 1);
    }

    /** For 90 days are kept. */
    @Test
    void theLastHourIsFoundWithoutReadingAllThatIsKept() {
        // with many of others' last hour to read, reading all would be quicker
        OwnerConnection.run("delete from delivery");
        OwnerConnection.run(INSERT.formatted("SENT", "2 days", "'2 days'", 5_000));
        OwnerConnection.run("analyze delivery");

        assertThat(
                        OwnerConnection.column(
                                "explain "
                                        + ChannelResource.TRAFFIC.replace(
                                                "?", "now() - interval '1 hour'")))
                .anyMatch(line -> line.contains("delivery_ended"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    private static final String INSERT =
            """
            insert into delivery (reference, obligation_id, rung, recipient, channel, address, place,
                urgent, language, notice, state, due_at, ordered_at, ended_at)
            select gen_random_uuid(), gen_random_uuid(), 0, 'counted', 'push', 'x', 0, false, 'VI', '{}', '%s',
                app_now() + interval '1 day', app_now() - interval '%s', app_now() - %s::interval
              from generate_series(1, %d)
            """;

    /** Not due before tomorrow, lest the dispatcher tries it. */
    private static void delivery(String state, String ordered, String ended) {
        OwnerConnection.run(INSERT.formatted(state, ordered, ended, 1));
    }

    /** Waiting, sent, failed. */
    private static List<Integer> counted() {
        var push =
                given().auth()
                        .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                        .get("/api/v1/channels")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        return Stream.of("waiting", "sentLastHour", "failedLastHour")
                .map(each -> push.getInt("find { it.name == 'push' }." + each))
                .toList();
    }
}
