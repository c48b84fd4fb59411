package vn.lienvien.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.Topic;
import vn.lienvien.kit.app.EffectHandler;
import vn.lienvien.kit.kafka.KafkaClients;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.PostgresResource;

/** Two processes with one name: the newer one wins, and the older one says that it is of no use. */
@QuarkusTest
@TestProfile(FencedLoopIT.Named.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class FencedLoopIT {

    @TestHTTPResource(value = "/health/live", management = true)
    String live;

    @Inject KafkaClients kafka;

    public static class Named implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lienvien.node", "replica-1");
        }
    }

    @Test
    void aFencedLoopFailsLiveness() {
        await().untilAsserted(() -> loopIs("reading", 200));

        try (KafkaConsumer<byte[], byte[]> usurper = kafka.consumer(EffectHandler.CONSUMER)) {
            usurper.subscribe(List.of(Topic.CAPACITY.topicName()));
            await().untilAsserted(
                            () -> {
                                usurper.poll(Duration.ofMillis(100));
                                loopIs("fenced", 503);
                            });
        }
    }

    private void loopIs(String state, int status) {
        given().get(live)
                .then()
                .statusCode(status)
                .body(
                        "checks.find { it.name == 'consumer loops' }.data.'kit.effects'",
                        equalTo(state));
    }
}
