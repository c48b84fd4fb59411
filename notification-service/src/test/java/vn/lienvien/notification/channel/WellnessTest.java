package vn.lienvien.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.notification.channel.Outcome.Fault;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class WellnessTest {

    private static final Outcome AWAY = Outcome.deferred("time-out", Fault.CHANNEL);

    @Inject Wellness wellness;
    @Inject ChannelConfig config;

    private final String channel = UUID.randomUUID().toString();

    @ParameterizedTest
    @MethodSource("outcomes")
    void onlyAnAnswerMakesAChannelWell(Outcome outcome, boolean well) {
        failsUntilUnwell();

        wellness.note(channel, outcome);

        assertThat(wellness.of(channel).well()).isEqualTo(well);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void onlyAnAnswerEndsARowOfFailures(Outcome outcome, boolean ends) {
        for (int i = 1; i < config.failuresUntilUnwell(); i++) {
            wellness.note(channel, AWAY);
        }

        wellness.note(channel, outcome);
        wellness.note(channel, AWAY);

        assertThat(wellness.of(channel).well()).isEqualTo(ends);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                argumentSet("taken", Outcome.delivered(), true),
                argumentSet("refused", Outcome.failed("smtp-550", Fault.RECIPIENT), true),
                argumentSet("later", Outcome.deferred("http-503", Fault.RECIPIENT), true),
                argumentSet("no call", Outcome.failed("no-browser", Fault.UNHEARD), false),
                argumentSet("no such host", Outcome.deferred("unknown-host", Fault.UNHEARD), false),
                argumentSet("away", AWAY, false),
                argumentSet("no key", Outcome.failed("http-403", Fault.CHANNEL), false));
    }

    private void failsUntilUnwell() {
        for (int i = 0; i < config.failuresUntilUnwell(); i++) {
            wellness.note(channel, AWAY);
        }
    }
}
