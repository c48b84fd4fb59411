package vn.lienvien.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;
import static vn.lienvien.notification.obligation.Story.SOC_TRANG;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.events.TransferEvent.SoughtBecause;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.notification.stream.Announcer;

/** The stored obligations follow the rules, through the database and a real broker. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class StoryIT {

    @Inject Telling telling;
    @Inject Announcer announcer;

    @Test
    void inAnyOrderTheSameStandsInTheDatabase() {
        var chance = new Random(7);
        for (int n = 0; n < 20; n++) {
            var story = new Story(UUID.randomUUID(), Urgency.U1);
            var ways = Book.interleavings(transfer(story), placement(story));
            var way = ways.get(chance.nextInt(ways.size()));

            way.forEach(telling::tell);

            assertThat(standing(story)).isEqualTo(Book.standingAfter(way)).isNotEmpty();
        }
    }

    @Test
    void twoReplicasReadingTheTwoTopicsAtOnceLeaveTheSame() throws Exception {
        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < 25; n++) {
                var story = new Story(UUID.randomUUID(), Urgency.U1);
                var one = replicas.submit(() -> transfer(story).forEach(telling::tell));
                var other = replicas.submit(() -> placement(story).forEach(telling::tell));
                one.get();
                other.get();

                assertThat(standing(story))
                        .isEqualTo(
                                Book.standingAfter(
                                        Book.interleavings(transfer(story), placement(story))
                                                .getFirst()));
            }
        }
    }

    @Test
    void throughTheBrokerEachEventHasItsEffectOnce() {
        var story = new Story(UUID.randomUUID(), Urgency.U1);
        var expected =
                Book.standingAfter(
                        Book.interleavings(transfer(story), placement(story)).getFirst());

        var events = new ArrayList<ContractEvent>(placement(story));
        events.addAll(transfer(story));
        events.forEach(event -> announcer.announce(event, HTD, SOC_TRANG));

        await().untilAsserted(() -> assertThat(standing(story)).isEqualTo(expected));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                OwnerConnection.value(
                                                        "select count(*) from inbox i join outbox o using (event_id)"
                                                                + " where o.key = '"
                                                                + story.transfer()
                                                                + "' and o.topic <> 'lienvien.alert.events'"))
                                        .isEqualTo(String.valueOf(events.size())));
    }

    @Test
    void anAlertIsAnnouncedForEachOpeningAndEachEnd() {
        var story = new Story(UUID.randomUUID(), Urgency.U2);
        var offer = story.offer(1, HTD);

        telling.tell(story.requested(), story.held(1, offer));
        telling.tell(story.ended(1));
        telling.tell(story.waiting(1));

        assertThat(alerts(story))
                .containsExactly(
                        "vn.lienvien.alert.obligation-opened.v1",
                        "vn.lienvien.alert.obligation-closed.v1");
        assertThat(history(story))
                .containsExactlyInAnyOrder(
                        "ANSWER_OFFER OVERTAKEN transfer.ended",
                        "DECIDE_NEXT OVERTAKEN transfer.ended",
                        "DECIDE_NEXT OVERTAKEN transfer.ended");
    }

    private static List<TransferEvent> transfer(Story story) {
        return List.of(
                story.requested(),
                story.endorsed(),
                story.soughtAnew(2, SoughtBecause.WITHDRAWN),
                story.departed(2));
    }

    private static List<PlacementEvent> placement(Story story) {
        var first = story.offer(1, HTD);
        var second = story.offer(2, CHO_RAY);
        return List.of(
                story.held(1, first),
                story.confirmed(1, first),
                story.withdrawn(1, first),
                story.waiting(2),
                story.held(2, second),
                story.confirmed(2, second));
    }

    private static Set<String> standing(Story story) {
        return new TreeSet<>(
                OwnerConnection.column(
                        "select kind || ' ' || role || '@' || organisation from obligation"
                                + " where ended is null and subject = '"
                                + story.transfer()
                                + "'"));
    }

    private static List<String> history(Story story) {
        return OwnerConnection.column(
                "select kind || ' ' || ended || ' ' || ended_by from obligation where subject = '"
                        + story.transfer()
                        + "'");
    }

    private static List<String> alerts(Story story) {
        return OwnerConnection.column(
                "select type from outbox where topic = 'lienvien.alert.events' and key = '"
                        + story.transfer()
                        + "' order by sequence");
    }
}
