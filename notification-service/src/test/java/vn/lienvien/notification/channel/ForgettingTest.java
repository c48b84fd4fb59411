package vn.lienvien.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.notification.channel.DeliveryView.State;

/** Old deliveries go, and never one that somebody still waits for. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class ForgettingTest {

    @Inject Forgetting forgetting;
    @Inject ChannelConfig config;

    private final UUID obligation = UUID.randomUUID();
    private Duration justOver;
    private Duration justUnder;

    @BeforeEach
    void ages() {
        justOver = config.keep().plusMinutes(1);
        justUnder = config.keep().minusMinutes(1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DUE", "STANDBY"})
    void whatEndedLongAgoGoes(State state) {
        ended(state, justOver, justOver);

        forgetting.forget();

        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DUE", "STANDBY"})
    void whatEndedLatelyStays(State state) {
        ended(state, justOver, justUnder);

        forgetting.forget();

        assertThat(kept()).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"DUE", "STANDBY"})
    void whatIsOwedStaysWithAllThatWasTriedBeforeIt(State state) {
        ended(State.PASSED_ON, justOver, justOver);
        owed(state, justOver.multipliedBy(5));

        forgetting.forget();

        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void moreThanOneBiteGoesInOneRun() {
        insert(4_500, State.SENT, justOver, justOver);

        forgetting.forget();

        assertThat(kept()).isZero();
    }

    private void ended(State state, Duration ordered, Duration ended) {
        insert(1, state, ordered, ended);
    }

    private void owed(State state, Duration ordered) {
        insert(1, state, ordered, null);
    }

    /** Not due before tomorrow, lest the dispatcher tries it. */
    private void insert(int times, State state, Duration ordered, Duration ended) {
        OwnerConnection.run(
                """
                insert into delivery (reference, obligation_id, rung, recipient, channel, address, place,
                    urgent, language, notice, state, due_at, ordered_at, ended_at)
                select gen_random_uuid(), '%s', n, '%s', 'webhook', 'x', 0, false, 'VI', '{}', '%s',
                    app_now() + interval '1 day', app_now() - interval '%d seconds', %s
                  from generate_series(1, %d) n
                """
                        .formatted(
                                obligation,
                                UUID.randomUUID(),
                                state,
                                ordered.toSeconds(),
                                ended == null
                                        ? "null"
                                        : "app_now() - interval '%d seconds'"
                                                .formatted(ended.toSeconds()),
                                times));
    }

    private int kept() {
        return Outgoing.column("state", obligation).size();
    }
}
