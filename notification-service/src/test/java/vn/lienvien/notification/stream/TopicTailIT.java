package vn.lienvien.notification.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.kafka.KafkaClients;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.notification.obligation.Story;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class TopicTailIT {

    @TestHTTPResource(value = "/health/live", management = true)
    String live;

    @Inject Announcer announcer;
    @Inject KafkaClients kafka;

    private TopicTail tail;

    @AfterEach
    void stops() {
        tail.stop();
    }

    @Test
    void whateverGoesWrongItIsSaidAndTheTailGoesOn() {
        var hearing =
                new Hearing(
                        first -> {
                            throw new StackOverflowError("only for this test");
                        });
        follows(hearing);

        var lost = announced();
        await().until(() -> hearing.broken.contains(lost));
        await().until(() -> hearing.missed == 1);
        var next = announced();

        await().until(() -> hearing.heard.contains(next));
        assertThat(tail.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aListenerThatCannotEvenBeToldWhatItMissedIsToldAgain() {
        var hearing =
                new Hearing(
                        first -> {
                            throw new IllegalStateException("only for this test");
                        });
        hearing.deaf = 1;
        follows(hearing);

        announced();
        await().until(() -> hearing.missed == 1);
        var next = announced();

        await().until(() -> hearing.heard.contains(next));
    }

    @Test
    void aTailWhoseThreadHasEndedIsNotAlive() {
        var hearing =
                new Hearing(
                        first -> {
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException("only for this test");
                        });
        follows(hearing);
        announced();

        await().until(() -> tail.call().getStatus() == Status.DOWN);
    }

    @Test
    void whoeverWatchesTheProcessSeesTheTail() {
        follows(new Hearing(first -> {}));

        given().get(live).then().statusCode(200).body("checks.name", hasItem("stream"));
    }

    private void follows(Hearing hearing) {
        tail = new TopicTail(kafka);
        tail.follow(hearing);
        await().until(tail::following);
    }

    private String announced() {
        var story = new Story(UUID.randomUUID(), Urgency.U2);
        announcer.announce(story.requested(), HTD);
        return story.transfer().toString();
    }

    /**
     * Breaks at the first transfers it hears of. Alerts are not for it: of what earlier tests told,
     * some may still come.
     */
    private static final class Hearing implements TailListener {

        private final Consumer<List<TailedEvent>> breaks;
        private final List<String> broken = new CopyOnWriteArrayList<>();
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private volatile int missed;
        private volatile int deaf;

        Hearing(Consumer<List<TailedEvent>> breaks) {
            this.breaks = breaks;
        }

        @Override
        public void on(List<TailedEvent> events) {
            var subjects =
                    events.stream()
                            .filter(each -> each.type().startsWith("vn.lienvien.transfer."))
                            .map(TailedEvent::subject)
                            .toList();
            if (subjects.isEmpty()) {
                return;
            }
            if (broken.isEmpty()) {
                broken.addAll(subjects);
                breaks.accept(events);
            }
            heard.addAll(subjects);
        }

        @Override
        public void missed() {
            if (deaf > 0) {
                deaf = 0;
                throw new IllegalStateException("only for this test");
            }
            missed = 1;
        }
    }
}
