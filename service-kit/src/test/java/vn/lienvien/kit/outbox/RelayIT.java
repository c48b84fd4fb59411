package vn.lienvien.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.CapacityEvent.UnitTrustedV1;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.Topic;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.kafka.KafkaClients;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** The relay where no other one runs: when the broker is away, a topic is missing, or it stops. */
@QuarkusTest
@TestProfile(RelayIT.WithoutOne.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class RelayIT {

    private static final String TOPIC = Topic.CAPACITY.topicName();

    /** Before all others in the order in which the relay reads. */
    private static final String MISSING = "a.topic-that-is-missing";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject KitConfig kit;
    @Inject KafkaClients kafka;
    @Inject TransactionSynchronizationRegistry transaction;
    @Inject OutboxRows rows;
    @Inject Ids ids;

    public static class WithoutOne implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lienvien.kit.kafka", "false");
        }
    }

    @BeforeEach
    void empty() {
        OwnerConnection.run("delete from outbox");
    }

    /** Three waits for the broker are longer than PostgreSQL keeps a silent session. */
    @Test
    void theLeaderKeepsItsSessionWhileTheBrokerIsAway() throws Exception {
        write(TOPIC, "one", "two", "three");
        Map<String, Object> nowhere =
                Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 5000);
        try (var session = RelaySession.open(kit.relay());
                var producer =
                        new KafkaProducer<>(
                                nowhere, new StringSerializer(), new ByteArraySerializer())) {
            assertThat(session.leads()).isTrue();

            assertThat(new RelayPass(session, producer, kit).run()).isZero();

            session.stillThere();
        }
    }

    @Test
    void aMissingTopicHoldsUpNoOtherAndIsServedWhenItIsThere() throws Exception {
        write(MISSING, "one", "two", "three");
        write(TOPIC, "one", "two");
        try (var session = RelaySession.open(kit.relay());
                var producer = kafka.producer()) {
            var pass = new RelayPass(session, producer, config("keys", "2"));

            assertThat(pass.run() + pass.run()).isEqualTo(2);
            assertThat(published()).containsExactly(TOPIC + "/one", TOPIC + "/two");

            try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
                var topic = new NewTopic(MISSING, Optional.of(1), Optional.empty());
                admin.createTopics(List.of(topic)).all().get();
            }
            await().until(
                            () -> {
                                pass.run();
                                return published().size() == 5;
                            });
        }
    }

    @Test
    void aCommitIsSentAtOnceAndNotAtTheNextPoll() throws Exception {
        var relay = new Relay(config("poll", "1h"), kafka, new SimpleMeterRegistry());
        var outbox = new Outbox(transaction, rows, relay, ids);
        relay.start(null);
        await().until(() -> idle());

        for (int n = 1; n <= 3; n++) {
            QuarkusTransaction.requiringNew().run(() -> outbox.announce(trusted(), Set.of()));
            int sent = n;
            await().until(() -> published().size() == sent);
        }

        relay.stop(null);
    }

    private static UnitTrustedV1 trusted() {
        return new UnitTrustedV1(
                new UnitRef(new UnitCode("htd-hcmc.quick"), new OrganisationCode("htd-hcmc")));
    }

    @Test
    void whatWasCommittedBeforeTheStopStillLeaves() throws Exception {
        var relay = new Relay(config("poll", "1h"), kafka, new SimpleMeterRegistry());
        relay.start(null);
        write(TOPIC, "first");
        relay.wake();
        await().until(() -> published().size() == 1);
        await().until(() -> idle());
        write(TOPIC, "last");

        relay.stop(null);

        assertThat(published()).containsExactly(TOPIC + "/first", TOPIC + "/last");
    }

    private static boolean idle() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().equals("relay"))
                .flatMap(each -> List.of(each.getValue()).stream())
                .anyMatch(frame -> frame.getClassName().equals(Semaphore.class.getName()));
    }

    /** As the kit's here, but with a relay, and with one thing otherwise. */
    private KitConfig config(String setting, String value) {
        return new SmallRyeConfigBuilder()
                .withMapping(KitConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(
                        Map.of(
                                "lienvien.kit.service",
                                kit.service(),
                                "lienvien.kit.relay.jdbc-url",
                                kit.relay().jdbcUrl(),
                                "lienvien.kit.relay.username",
                                kit.relay().username(),
                                "lienvien.kit.relay.password",
                                kit.relay().password(),
                                "lienvien.kit.relay." + setting,
                                value))
                .build()
                .getConfigMapping(KitConfig.class);
    }

    private static void write(String topic, String... keys) {
        for (String key : keys) {
            OwnerConnection.run(
                    ("insert into outbox (topic, key, sequence, event_id, type, attributes, payload, occurred_at,"
                                    + " recorded_at) values ('%s', '%s', 1, gen_random_uuid(),"
                                    + " 'vn.lienvien.capacity.unit-trusted.v1', '{\"audience\":\"\"}', '{}',"
                                    + " app_now(), app_now())")
                            .formatted(topic, key));
        }
    }

    private static List<String> published() {
        return OwnerConnection.column(
                "select topic || '/' || key from outbox where published_at is not null order by id");
    }
}
