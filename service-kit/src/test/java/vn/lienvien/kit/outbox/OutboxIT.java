package vn.lienvien.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.CapacityEvent.DoubtReason;
import vn.lienvien.events.CapacityEvent.UnitDoubtedV1;
import vn.lienvien.events.CapacityEvent.UnitTrustedV1;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.Topic;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.kit.inbox.Wire;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class OutboxIT {

    private static final Logger LOG = Logger.getLogger(OutboxIT.class);
    private static final OrganisationCode HTD = new OrganisationCode("htd-hcmc");
    private static final String TOPIC = Topic.CAPACITY.topicName();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject Outbox outbox;

    @Test
    void anEventIsAnnouncedOnlyWithinATransaction() {
        assertThatThrownBy(() -> outbox.announce(trusted("htd-hcmc.nowhere"), Set.of(HTD)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRolledBackLeavesNoEventAndNoGap() {
        QuarkusTransaction.requiringNew().run(() -> announce("undone"));
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    announce("undone");
                                                    throw new IllegalArgumentException("no");
                                                }))
                .isInstanceOf(IllegalArgumentException.class);
        QuarkusTransaction.requiringNew().run(() -> announce("undone"));

        published("undone", "1", "2");
    }

    @Test
    void sequencesAreGaplessUnderConcurrencyAndRollback() throws Exception {
        List<Thread> writers =
                IntStream.range(0, 8)
                        .mapToObj(n -> Thread.ofPlatform().start(() -> write(n)))
                        .toList();
        for (Thread writer : writers) {
            writer.join();
        }

        await().untilAsserted(
                        () ->
                                assertThat(
                                                OwnerConnection.value(
                                                        "select count(*) from outbox where published_at is null"))
                                        .isEqualTo("0"));
        Map<String, List<Long>> onTopic =
                new Wire(bootstrap)
                        .all(TOPIC).stream()
                                .filter(each -> each.key().startsWith("cho-ray.busy-"))
                                .collect(
                                        Collectors.groupingBy(
                                                ConsumerRecord::key,
                                                Collectors.mapping(
                                                        each ->
                                                                Long.valueOf(
                                                                        Wire.header(
                                                                                each,
                                                                                "ce_sequence")),
                                                        Collectors.toList())));
        assertThat(onTopic).hasSize(5);
        onTopic.values()
                .forEach(
                        sequences ->
                                assertThat(sequences)
                                        .containsExactlyElementsOf(
                                                IntStream.rangeClosed(1, sequences.size())
                                                        .mapToObj(Long::valueOf)
                                                        .toList()));
    }

    private void write(int seed) {
        Random random = new Random(seed);
        for (int n = 0; n < 40; n++) {
            int[] keys = random.ints(3, 0, 5).toArray();
            boolean undo = random.nextInt(5) == 0;
            try {
                QuarkusTransaction.requiringNew()
                        .run(
                                () -> {
                                    Arrays.stream(keys)
                                            .forEach(
                                                    key ->
                                                            outbox.announce(
                                                                    trusted("cho-ray.busy-" + key),
                                                                    Set.of()));
                                    if (undo) {
                                        throw new IllegalArgumentException("undone by the test");
                                    }
                                });
            } catch (IllegalArgumentException e) {
                assertThat(undo).isTrue();
            }
        }
    }

    /** The aggregate's lock is not enough: two slots of one transfer are locked independently. */
    @Test
    void twoTransactionsForOneKeyArePublishedInTheOrderOfTheirCommits() throws Exception {
        CountDownLatch announced = new CountDownLatch(1);
        CountDownLatch otherDone = new CountDownLatch(1);
        Thread first =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        QuarkusTransaction.requiringNew()
                                                .run(
                                                        () -> {
                                                            outbox.announce(
                                                                    new UnitDoubtedV1(
                                                                            unit(
                                                                                    "gia-dinh.crossed"),
                                                                            DoubtReason.SILENT),
                                                                    Set.of());
                                                            announced.countDown();
                                                            hold(otherDone);
                                                        }));
        announced.await();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.announce(trusted("gia-dinh.crossed"), Set.of()));
        otherDone.countDown();
        first.join();

        await().untilAsserted(
                        () ->
                                assertThat(
                                                new Wire(bootstrap)
                                                        .all(TOPIC).stream()
                                                                .filter(
                                                                        each ->
                                                                                each.key()
                                                                                        .equals(
                                                                                                "gia-dinh.crossed"))
                                                                .map(
                                                                        each ->
                                                                                Wire.header(
                                                                                                each,
                                                                                                "ce_sequence")
                                                                                        + Wire
                                                                                                .header(
                                                                                                        each,
                                                                                                        "ce_type")))
                                        .containsExactly(
                                                "1vn.lienvien.capacity.unit-trusted.v1",
                                                "2vn.lienvien.capacity.unit-doubted.v1"));
    }

    @Test
    void anEventCarriesTheAttributesOfTheContract() {
        Instant occurredAt = Instant.parse("2021-11-08T15:00:00Z");
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                outbox.announce(
                                        trusted("vinh-phuc.attributes"),
                                        List.of(HTD, new OrganisationCode("cho-ray"), HTD),
                                        occurredAt));

        var record = record("vinh-phuc.attributes");
        assertThat(Wire.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(Wire.header(record, "ce_source")).isEqualTo("/transfer-service");
        assertThat(Wire.header(record, "ce_subject")).isEqualTo("vinh-phuc.attributes");
        assertThat(Wire.header(record, "ce_time")).isEqualTo("2021-11-08T15:00:00Z");
        assertThat(Wire.header(record, "ce_audience")).isEqualTo("cho-ray,htd-hcmc");
        assertThat(Wire.header(record, "ce_traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(Wire.header(record, "ce_id")).matches("[0-9a-f]{8}-[0-9a-f]{4}-7.*");
        assertThat(Wire.header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void whatIsSentAgainKeepsItsId() {
        QuarkusTransaction.requiringNew().run(() -> announce("again"));
        published("again", "1");
        await().until(() -> outbox.republish(TOPIC, "htd-hcmc.again", null) == 1);

        await().untilAsserted(
                        () ->
                                assertThat(ids("htd-hcmc.again"))
                                        .hasSize(2)
                                        .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize(1)));
    }

    /**
     * As when Kafka comes back after a burst: a backlog may not take longer than it took to grow.
     */
    @Test
    void aBacklogLeavesQuicklyAndIsReadQuickly() {
        int events = 5000;
        long begun = System.nanoTime();
        IntStream.range(0, events / 100)
                .forEach(
                        batch ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () ->
                                                        IntStream.range(0, 100)
                                                                .map(n -> (batch * 100 + n) % 1000)
                                                                .forEach(
                                                                        key ->
                                                                                announce(
                                                                                        "backlog-"
                                                                                                + key))));
        long written = System.nanoTime();
        String backlog = " where key like 'htd-hcmc.backlog-%'";
        await().until(
                        () ->
                                OwnerConnection.value(
                                                "select count(published_at) from outbox" + backlog)
                                        .equals("" + events));
        long sent = System.nanoTime();
        await().until(
                        () ->
                                OwnerConnection.value(
                                                "select coalesce(sum(last), 0) from position"
                                                        + backlog)
                                        .equals("" + events));
        LOG.infof(
                "%d events: written in %d ms, sent %d ms later, read %d ms later",
                events,
                (written - begun) / 1_000_000,
                (sent - written) / 1_000_000,
                (System.nanoTime() - sent) / 1_000_000);
    }

    private void announce(String unit) {
        outbox.announce(trusted("htd-hcmc." + unit), Set.of(HTD));
    }

    private void published(String unit, String... sequences) {
        await().untilAsserted(
                        () ->
                                assertThat(
                                                OwnerConnection.column(
                                                        "select sequence from outbox where key = 'htd-hcmc."
                                                                + unit
                                                                + "' and published_at is not null order by sequence"))
                                        .containsExactly(sequences));
    }

    private ConsumerRecord<String, byte[]> record(String key) {
        await().until(() -> !ids(key).isEmpty());
        return new Wire(bootstrap)
                .all(TOPIC).stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow();
    }

    private List<String> ids(String key) {
        return new Wire(bootstrap)
                .all(TOPIC).stream()
                        .filter(each -> each.key().equals(key))
                        .map(each -> Wire.header(each, "ce_id"))
                        .toList();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnitTrustedV1 trusted(String unit) {
        return new UnitTrustedV1(unit(unit));
    }

    private static UnitRef unit(String code) {
        return new UnitRef(
                new UnitCode(code), new OrganisationCode(code.substring(0, code.indexOf('.'))));
    }
}
