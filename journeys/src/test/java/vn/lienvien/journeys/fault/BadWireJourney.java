package vn.lienvien.journeys.fault;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.local.Service;

/** The network between a service and its database or the broker is slow, silent or cut. */
@ExtendWith(ShakySystem.class)
@Tag("faults")
class BadWireJourney {

    /** Longer than anybody waits for a database's answer. */
    private static final Duration SILENCE = ShakyGround.SOCKET_TIMEOUT.plusSeconds(3);

    @ParameterizedTest
    @EnumSource
    void aSilentDatabaseIsGivenUpAndFoundAgain(Service service, ShakyGround ground)
            throws Exception {
        var wire = ground.toDatabase().get(service);
        Struck.by(ground, _ -> struck(wire, new Wire.Silent(), SILENCE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aDatabaseBehindABadWire(Wire.Flow flow, ShakyGround ground) throws Exception {
        Struck.by(
                ground,
                _ -> {
                    for (var wire : ground.toDatabase().values()) {
                        wire.set(flow);
                    }
                    Thread.sleep(ofSeconds(10));
                    ground.toDatabase().values().forEach(wire -> wire.set(new Wire.Whole()));
                });
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aBrokerBehindABadWireHoldsUpNoRequest(Wire.Flow flow, ShakyGround ground)
            throws Exception {
        Struck.by(
                ground,
                witnesses -> {
                    struck(ground.toBroker(), flow, SILENCE);
                    assertThat(witnesses.answers()).isNotEmpty().containsOnly(201);
                });
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.argumentSet("slow", new Wire.Slow(ofMillis(40))),
                Arguments.argumentSet("silent", new Wire.Silent()),
                Arguments.argumentSet("cut", new Wire.Cut(20_000)));
    }

    private static void struck(Wire wire, Wire.Flow flow, Duration lasting)
            throws InterruptedException {
        wire.set(flow);
        Thread.sleep(lasting);
        wire.set(new Wire.Whole());
    }
}
