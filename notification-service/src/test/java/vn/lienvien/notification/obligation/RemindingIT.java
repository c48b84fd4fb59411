package vn.lienvien.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** Ladders climb by the database's clock, whatever the host's says, and never twice. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class RemindingIT {

    @Inject Telling telling;
    @Inject Reminding reminding;

    private Story story;

    @BeforeEach
    void aSlotIsConfirmed() {
        story = new Story(UUID.randomUUID(), Urgency.U2);
        telling.tell(story.requested(), story.confirmed(1, story.offer(1, HTD)));
    }

    @AfterEach
    void theClockIsRight() {
        DatabaseTime.asItIs();
    }

    @Test
    void itRemindsAtHalfTimeAndLaterAndThenTheAlarmStands() {
        DatabaseTime.ahead(Duration.ofMinutes(16));
        climbs("KNOW_ACCEPTED", "1 2 3");
        climbs("PREPARE_BED", "1");
        DatabaseTime.ahead(Duration.ofMinutes(25));
        climbs("PREPARE_BED", "1 2");
        DatabaseTime.ahead(Duration.ofMinutes(31));
        climbs("PREPARE_BED", "1 2 3");
        assertThat(state("PREPARE_BED")).isEqualTo("alarm");

        telling.tell(story.arrived(1));
        assertThat(state("PREPARE_BED")).isEqualTo("CLOSED_BY_EVENT");
    }

    @Test
    void atTheLastRungTheCoordinatorIsTold() {
        DatabaseTime.ahead(Duration.ofMinutes(31));
        climbs("PREPARE_BED", "1 2 3");

        assertThat(
                        OwnerConnection.column(
                                "select convert_from(payload, 'UTF8')::jsonb ->> 'told' from outbox where key = '"
                                        + story.transfer()
                                        + "' and type like '%climbed%' and convert_from(payload, 'UTF8')::jsonb ->> 'kind' = 'PREPARE_BED' order by sequence"))
                .containsExactly("NURSE", "LEADER", "COORDINATOR");
    }

    @Test
    void theHandoverIsSilentForHalfAnHour() {
        telling.tell(story.arrived(1));
        assertThat(
                        OwnerConnection.value(
                                "select step from obligation where kind = 'ACKNOWLEDGE_HANDOVER' and subject = '"
                                        + story.transfer()
                                        + "'"))
                .isEqualTo("0");
    }

    @Test
    void oneThatCannotBeToldKeepsNobodyElseSilent() {
        var broken = new Story(UUID.randomUUID(), Urgency.U2);
        telling.tell(broken.confirmed(1, broken.offer(1, HTD)));
        OwnerConnection.run(
                "update obligation set role = 'OF_A_NEWER_RELEASE', next_at = '2020-01-01' where subject = '"
                        + broken.transfer()
                        + "'");

        try {
            DatabaseTime.ahead(Duration.ofMinutes(31));
            climbs("PREPARE_BED", "1 2 3");
        } finally {
            OwnerConnection.run(
                    "delete from obligation where subject = '" + broken.transfer() + "'");
        }
    }

    @Test
    void severalReplicasClimbEachRungOnce() throws Exception {
        var stories = new ArrayList<Story>(List.of(story));
        for (int n = 0; n < 60; n++) {
            var another = new Story(UUID.randomUUID(), Urgency.U2);
            telling.tell(another.confirmed(1, another.offer(1, HTD)));
            stories.add(another);
        }

        DatabaseTime.ahead(Duration.ofMinutes(31));
        try (var replicas = Executors.newFixedThreadPool(4)) {
            replicas.invokeAll(Collections.nCopies(12, Executors.callable(reminding::remind)));
        }

        for (var each : stories) {
            story = each;
            climbs("PREPARE_BED", "1 2 3");
        }
    }

    /** A rung a call, as the timer would. */
    private void climbs(String kind, String rungs) {
        await().untilAsserted(
                        () -> {
                            reminding.remind();
                            assertThat(rungs(kind)).isEqualTo(rungs);
                        });
    }

    private String rungs(String kind) {
        return String.join(
                " ",
                OwnerConnection.column(
                        "select convert_from(payload, 'UTF8')::jsonb ->> 'rung' from outbox where key = '"
                                + story.transfer()
                                + "' and type like '%climbed%' and convert_from(payload, 'UTF8')::jsonb ->> 'kind' = '"
                                + kind
                                + "' order by sequence"));
    }

    private String state(String kind) {
        return OwnerConnection.value(
                "select coalesce(ended, case when alarm_since is null then 'open' else 'alarm' end) from obligation where kind = '"
                        + kind
                        + "' and subject = '"
                        + story.transfer()
                        + "'");
    }
}
