package vn.lienvien.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.CapacityEvent.UnitActivatedV1;
import vn.lienvien.events.CapacityEvent.UnitDeactivatedV1;
import vn.lienvien.events.CapacityEvent.UnitTrustedV1;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.Topic;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.kit.app.EffectHandler;
import vn.lienvien.kit.app.Notes;
import vn.lienvien.kit.sql.Faults;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.sql.SqlFailed;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class ConsumerLoopIT {

    private static final String TOPIC = Topic.CAPACITY.topicName();
    private static final String PARKED = "/api/v1/operations/transfer/parked";
    private static int units;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @Inject EffectHandler handler;
    @Inject ParkedKeys parkedKeys;
    @Inject Sql sql;

    private Wire wire;
    private UnitRef unit;
    private String key;

    @BeforeAll
    static void tables() {
        Notes.makeTables();
    }

    @BeforeEach
    void anotherUnit() {
        wire = new Wire(bootstrap);
        unit =
                new UnitRef(
                        new UnitCode("htd-hcmc.invented-" + ++units),
                        new OrganisationCode("htd-hcmc"));
        key = unit.unit().value();
    }

    @Test
    void eventsOfAKeyHaveTheirEffectInOrder() {
        wire.send(activated(1), deactivated(2), activated(3));

        effects("1", "2", "3");
    }

    @Test
    void anEventDeliveredThreeTimesHasItsEffectOnce() {
        var first = activated(1);
        var second = activated(2);
        wire.send(first, first, second, first, second, second);

        effects("1", "2");
        assertThat(position()).isEqualTo("2");
    }

    @Test
    void redeliveryAfterACrashBetweenCommitAndAcknowledgementIsDropped() throws Exception {
        var applier = parkedKeys.appliers().get(EffectHandler.CONSUMER);
        var record = consumed(activated(1));

        applier.apply(TOPIC, List.of(record));
        applier.apply(TOPIC, List.of(record));

        effects("1");
    }

    @Test
    void theSameEventInTwoThreadsAtOnceHasItsEffectOnce() throws Exception {
        var applier = parkedKeys.appliers().get(EffectHandler.CONSUMER);
        var records = List.of(consumed(activated(1)), consumed(activated(2)));

        Runnable apply = () -> applier.apply(TOPIC, records);
        Thread one = Thread.ofPlatform().start(apply);
        Thread other = Thread.ofPlatform().start(apply);
        one.join();
        other.join();

        effects("1", "2");
    }

    @Test
    void whatAnotherReplicaHasAppliedSinceItFailedHereIsNotParked() {
        var applier = parkedKeys.appliers().get(EffectHandler.CONSUMER);
        var record = consumed(activated(1));
        applier.apply(TOPIC, List.of(record));

        assertThat(applier.park(record, new IllegalStateException())).isEmpty();

        assertThat(parked()).isEmpty();
    }

    /**
     * As after a broker lost its disk: another record lies at the offset of one that still waits.
     */
    @Test
    void offsetsThatAreGivenAnewLoseNothing() {
        var applier = parkedKeys.appliers().get(EffectHandler.CONSUMER);
        applier.apply(TOPIC, List.of(consumed(activated(1))));
        var third = consumed(activated(3));
        var fourth = consumed(activated(4));

        applier.apply(TOPIC, List.of(third));
        applier.apply(TOPIC, List.of(fourth));
        applier.apply(TOPIC, List.of(third));

        assertThat(parked()).containsExactly("GAP", "BEHIND");
    }

    @Test
    void anUnknownTypeIsSkippedAndTheNextOneFollowsOnIt() {
        var unknown =
                Wire.record(
                        new UnitTrustedV1(unit),
                        2,
                        UUID.randomUUID(),
                        "vn.lienvien.capacity.new.v1");
        wire.send(activated(1), unknown, activated(3));

        effects("1", "3");
        assertThat(parked()).isEmpty();
    }

    @Test
    void anUnknownVersionOfAHandledTypeIsParkedWithWhatFollows() {
        var newer =
                Wire.record(
                        new UnitActivatedV1(unit, 1),
                        2,
                        UUID.randomUUID(),
                        "vn.lienvien.capacity.unit-activated.v2");
        wire.send(activated(1), newer, activated(3));

        parkedAs("UNKNOWN_VERSION", "BEHIND");
        effects("1");
    }

    @Test
    void badBytesAreParkedAndDiscardedByAPerson() {
        wire.send(activated(1), Wire.with("{\"unit\": 7", activated(2)), activated(3));
        parkedAs("BAD_DATA", "BEHIND");
        effects("1");

        given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .contentType("application/json")
                .body("{\"reason\":\"wrong-by-test\"}")
                .post(PARKED + "/" + firstParked() + "/discard")
                .then()
                .statusCode(200)
                .body("waiting", equalTo(0));

        effects("1", "3");
        assertThat(
                        OwnerConnection.value(
                                "select codes ->> 'reason' from audit where action = 'parked-record-discarded'"
                                        + " and subject_id = '"
                                        + key
                                        + "'"))
                .isEqualTo("wrong-by-test");
    }

    @Test
    void bytesThatAreNoEventAtAllAreParked() {
        wire.send(
                new ProducerRecord<>(TOPIC, key, new byte[] {0, 1, 2}),
                new ProducerRecord<>(TOPIC, key, null));

        parkedAs("BAD_ENVELOPE", "BEHIND");
    }

    @Test
    void anEventUnderAnotherKeyIsParkedThere() {
        wire.send(Wire.under("gia-dinh.invented-" + units, activated(1)));
        key = "gia-dinh.invented-" + units;

        parkedAs("WRONG_KEY");
    }

    /**
     * PostgreSQL takes no byte 0, and no long text in an index: neither may hold up others (I17).
     */
    @Test
    void aKeyThatCannotBeStoredStopsOnlyItself() {
        var random = new Random(17);
        for (String raw :
                List.of(
                        "no\0key " + units,
                        random.ints(5000, 33, 127)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining()))) {
            anotherUnit();
            var bad = Wire.under(raw, activated(1));
            bad.headers().remove("ce_subject").add("ce_subject", bytes(raw));
            wire.send(onOnePartition(bad), onOnePartition(activated(1)));

            effects("1");
            key = "bad-key/" + UUID.nameUUIDFromBytes(bytes(raw));
            parkedAs("WRONG_KEY");
            assertThat(
                            OwnerConnection.value(
                                    "select headers ->> 'raw-key' from parked where key = '"
                                            + key
                                            + "'"))
                    .isEqualTo(Base64.getEncoder().encodeToString(bytes(raw)));
            assertThat(parkedKeys.retry(EffectHandler.CONSUMER, TOPIC, key, false))
                    .isEqualTo(new ParkedKeys.Retried(0, 1));
        }
    }

    private static ProducerRecord<String, byte[]> onOnePartition(
            ProducerRecord<String, byte[]> each) {
        return new ProducerRecord<>(TOPIC, 0, each.key(), each.value(), each.headers());
    }

    @Test
    void anEventOnAnotherTopicIsParked() {
        var stray = activated(1);
        stray.headers().remove("ce_topic");
        stray.headers().add("ce_topic", bytes("lienvien.transfer.events"));
        wire.send(stray);

        parkedAs("WRONG_TOPIC");
    }

    @Test
    void aGapParksItsKeyAndHealsWhenTheMissingEventComes() {
        wire.send(activated(1), activated(3), activated(4));
        parkedAs("GAP", "BEHIND");
        effects("1");

        wire.send(activated(2));

        effects("1", "2", "3", "4");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aPersonMayAcceptAGap() {
        wire.send(activated(1), activated(4), activated(5));
        parkedAs("GAP", "BEHIND");

        given().auth()
                .oauth2(TestTokens.as("admin", "lienvien"))
                .contentType("application/json")
                .body(
                        Map.of(
                                "consumer",
                                EffectHandler.CONSUMER,
                                "topic",
                                TOPIC,
                                "key",
                                key,
                                "acceptGap",
                                true))
                .post(PARKED + "/retry")
                .then()
                .statusCode(200)
                .body("applied", equalTo(2))
                .body("waiting", equalTo(0));

        effects("1", "4", "5");
    }

    @Test
    void aPoisonEventStopsOnlyItsOwnKey() {
        var poisoned = unit;
        handler.poison(key);
        wire.send(activated(1), activated(2));
        parkedAs("FAILED", "BEHIND");
        given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .get(PARKED + "?key=" + key)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].fault", equalTo("java.lang.IllegalStateException"));

        anotherUnit();
        wire.send(activated(1), activated(2));
        effects("1", "2");

        key = poisoned.unit().value();
        effects();
        handler.cure(key);
        assertThat(parkedKeys.retry(EffectHandler.CONSUMER, TOPIC, key, false))
                .isEqualTo(new ParkedKeys.Retried(2, 0));
        effects("1", "2");
    }

    @Test
    void thatAKeyStandsStillIsSaidOnceAndSoIsThatItMovesAgain() {
        wire.send(activated(1), activated(3));
        parkedAs("GAP");
        announced("vn.lienvien.service.key-parked.v1");

        wire.send(activated(4), activated(2));

        effects("1", "2", "3", "4");
        announced("vn.lienvien.service.key-parked.v1", "vn.lienvien.service.key-freed.v1");
    }

    private void announced(String... types) {
        await().untilAsserted(
                        () ->
                                assertThat(
                                                OwnerConnection.column(
                                                        "select type from outbox where topic = 'lienvien.transfer.events' and key = '"
                                                                + key
                                                                + "' order by id"))
                                        .containsExactly(types));
    }

    @Test
    void aDeadlockIsTriedAgainAndNotParked() {
        handler.deadlockOnce(key);
        wire.send(activated(1), activated(2));

        effects("1", "2");
        assertThat(parked()).isEmpty();
    }

    @Test
    void lostSessionsCostNothing() throws Exception {
        for (int sequence = 1; sequence <= 60; sequence++) {
            wire.send(activated(sequence));
            if (sequence % 6 == 0) {
                loseEverySession();
            }
        }

        effects(IntStream.rangeClosed(1, 60).mapToObj(Integer::toString).toArray(String[]::new));
        assertThat(parked()).isEmpty();
    }

    /** As a restart of the database would. */
    private void loseEverySession() {
        try {
            sql.run(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename = current_user and pid <> pg_backend_pid()");
        } catch (SqlFailed e) {
            assertThat(Faults.unreachable(e)).as("only its own session was lost before").isTrue();
        }
    }

    @Test
    void livenessTellsOfEachLoop() {
        await().untilAsserted(
                        () ->
                                given().get(health + "/live")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "checks.find { it.name == 'consumer loops' }.data.'kit.effects'",
                                                equalTo("reading")));
        given().get(health + "/ready").then().statusCode(200);
    }

    @Test
    void whatAHandlerAnnouncesNamesItsCause() {
        UUID cause = UUID.randomUUID();
        wire.send(Wire.record(new UnitDeactivatedV1(unit), 1, cause));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                OwnerConnection.column(
                                                        "select attributes ->> 'causationid' from outbox where key = '"
                                                                + key
                                                                + "' and published_at is not null"))
                                        .containsExactly(cause.toString()));
        assertThat(
                        OwnerConnection.value(
                                "select actor from audit where action = 'unit-left' and subject_id = '"
                                        + key
                                        + "'"))
                .isEqualTo("service");
    }

    @Test
    void operationsAreForOperators() {
        given().auth()
                .oauth2(TestTokens.as("doctor", "htd-hcmc"))
                .get(PARKED)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.as("admin", "lienvien"))
                .get("/api/v1/operations/other/parked")
                .then()
                .statusCode(404);
    }

    private ProducerRecord<String, byte[]> activated(long sequence) {
        return Wire.record(new UnitActivatedV1(unit, 1), sequence, UUID.randomUUID());
    }

    private ProducerRecord<String, byte[]> deactivated(long sequence) {
        return Wire.record(new UnitDeactivatedV1(unit), sequence, UUID.randomUUID());
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<String, byte[]> record) {
        var consumed = new ConsumerRecord<>(TOPIC, 0, units, bytes(record.key()), record.value());
        record.headers().forEach(consumed.headers()::add);
        return consumed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void effects(String... sequences) {
        await().untilAsserted(
                        () ->
                                assertThat(
                                                OwnerConnection.column(
                                                        "select sequence from effect where key = '"
                                                                + key
                                                                + "' order by nth"))
                                        .containsExactly(sequences));
    }

    private void parkedAs(String... reasons) {
        await().untilAsserted(() -> assertThat(parked()).containsExactly(reasons));
    }

    private List<String> parked() {
        return OwnerConnection.column(
                "select reason from parked where key = '" + key + "' order by id");
    }

    private String firstParked() {
        return OwnerConnection.value(
                "select id from parked where key = '" + key + "' order by sequence limit 1");
    }

    private String position() {
        return OwnerConnection.value("select last from position where key = '" + key + "'");
    }
}
