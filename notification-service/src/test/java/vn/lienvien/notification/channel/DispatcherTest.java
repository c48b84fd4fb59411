package vn.lienvien.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.notification.channel.DeliveryQueue.Claim;

/** Beside the service's own dispatcher, with parts that break. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class DispatcherTest {

    @Inject Settling settling;
    @Inject Channels channels;
    @Inject Wellness wellness;
    @Inject ChannelConfig config;
    @Inject MeterRegistry metrics;

    @Test
    void noErrorTakesAWorkerAway() {
        var asked = new AtomicInteger();
        var dispatcher =
                dispatcher(
                        channels,
                        new DeliveryQueue(null, null, null, null, null) {
                            @Override
                            Optional<Claim> claim(boolean urgentOnly) {
                                asked.incrementAndGet();
                                throw new StackOverflowError("only for this test");
                            }
                        });

        await().pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            dispatcher.wake();
                            return asked.get() > config.workers() + config.urgentWorkers();
                        });
    }

    @Test
    void aChannelThatBreaksInWhateverWayIsLeftForTheNext() {
        UUID obligation = UUID.randomUUID();
        Queue<Claim> due = new ConcurrentLinkedQueue<>(List.of(claim(ordered(obligation))));

        dispatcher(
                        new Channels(List.of(new Broken())),
                        new DeliveryQueue(null, null, null, null, null) {
                            @Override
                            Optional<Claim> claim(boolean urgentOnly) {
                                return Optional.ofNullable(due.poll());
                            }
                        })
                .wake();

        await().untilAsserted(
                        () ->
                                assertThat(Outgoing.column("reason", obligation))
                                        .containsExactly("channel-broken"));
    }

    private Dispatcher dispatcher(Channels all, DeliveryQueue queue) {
        var inAnHour =
                new BackOff(config) {
                    @Override
                    Duration after(int attempts, Duration asked) {
                        return Duration.ofHours(1);
                    }
                };
        return new Dispatcher(queue, settling, all, wellness, inAnHour, config, metrics);
    }

    /** Due so late, before and after it was tried, that only the test's own dispatcher tries it. */
    private static UUID ordered(UUID obligation) {
        UUID reference = UUID.randomUUID();
        OwnerConnection.run(
                """
                insert into delivery (reference, obligation_id, rung, recipient, channel, address, place,
                    urgent, language, notice, state, due_at)
                values ('%s', '%s', 0, 'a', 'broken', 'x', 0, true, 'VI', '{}', 'DUE',
                    app_now() + interval '1 hour')
                """
                        .formatted(reference, obligation));
        return reference;
    }

    private static Claim claim(UUID reference) {
        return new Claim(
                new Delivery(
                        reference,
                        UUID.randomUUID(),
                        0,
                        "a",
                        new Way("broken", "x"),
                        Language.VI,
                        Notices.of(Urgency.U1),
                        1,
                        Instant.now()),
                Instant.now());
    }

    private static final class Broken implements Channel {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public boolean isSetUp() {
            return true;
        }

        @Override
        public Outcome deliver(Delivery delivery) {
            throw new ExceptionInInitializerError("only for this test");
        }
    }
}
