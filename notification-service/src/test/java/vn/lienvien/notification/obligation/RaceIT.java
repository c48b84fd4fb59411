package vn.lienvien.notification.obligation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.PlacementEvent.SlotHeldV1;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/**
 * Several replicas climb while people ask for quiet, hand on and answer: each has its effect once.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class RaceIT {

    private static final String PATH = "/api/v1/obligations/";

    @Inject Telling telling;
    @Inject Reminding reminding;

    @Test
    void climbingAndPeopleNeverUndoOneAnother() throws Exception {
        var house = Invented.house();
        house.onDuty(house.unit(), "NURSE", "ĐD. Tre (invented)", "+84903000003");
        var ids = new ArrayList<String>();
        for (int n = 0; n < 12; n++) {
            ids.add(halfTimeHasCome(house));
        }

        try (var people = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int n = 0; n < ids.size(); n++) {
                var id = ids.get(n);
                work.add(this::climb);
                work.add(
                        switch (n % 3) {
                            case 0 -> () -> does(house, id, "snooze", Map.of("minutes", 15));
                            case 1 -> () -> does(house, id, "hand-on", Map.of("role", "NURSE"));
                            default -> () -> does(house, id, "acknowledgement", null);
                        });
                work.add(this::climb);
            }
            for (var done : people.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(200);
            }
        }
        reminding.remind();

        assertAll(ids.stream().map(id -> () -> isOfOnePiece(id)));
    }

    /**
     * Every rung told is numbered and counted, no rung of one ladder was told twice, and after an
     * end nobody was told.
     */
    private static void isOfOnePiece(String id) {
        assertThat(
                        OwnerConnection.value(
                                """
                                select (select count(*) from telling t where t.obligation_id = o.id) = o.rung_no
                                    and not exists (select from telling t where t.obligation_id = o.id
                                        and t.told_at > o.ended_at)
                                    and (o.handed_at is not null or not exists (select from telling t
                                        where t.obligation_id = o.id group by t.step, t.role having count(*) > 1))
                                    and (o.ended is null or o.next_at is null)
                                    and (o.snoozed_until is null or o.snoozes = 1)
                                from obligation o where id = '%s'
                                """
                                        .formatted(id)))
                .as(id)
                .isEqualTo("t");
        assertThat(
                        OwnerConnection.value(
                                """
                                select (ended = 'ACKNOWLEDGED')::int + (snoozed_until is not null)::int
                                    + (handed_role is not null)::int from
                                    (select coalesce(ended, '') as ended, snoozed_until, handed_role
                                     from obligation where id = '%s') o
                                """
                                        .formatted(id)))
                .as("what the person asked for of " + id)
                .isEqualTo("1");
    }

    private String halfTimeHasCome(Invented house) {
        var story = new Story(UUID.randomUUID(), Urgency.U2);
        var now = Instant.now();
        telling.tell(
                new SlotHeldV1(
                        story.ref(1), story.offer(1, house.code()), now, now.plusSeconds(3600)));
        var id =
                OwnerConnection.value(
                        "select id from obligation where subject = '" + story.transfer() + "'");
        OwnerConnection.run("update obligation set next_at = app_now() where id = '" + id + "'");
        return id;
    }

    private int climb() {
        reminding.remind();
        return 200;
    }

    private static int does(Invented house, String id, String what, Map<String, ?> body) {
        var person = given().auth().oauth2(TestTokens.as("doctor", house.code().value()));
        return (body == null ? person : person.contentType(ContentType.JSON).body(body))
                .post(PATH + id + "/" + what)
                .statusCode();
    }
}
