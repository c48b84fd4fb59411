package vn.lienvien.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {

    private static final int SIZE = 4;

    @Test
    void whoWasThereLastMissesNothing() {
        assertThat(ringUpTo(3).after(3)).hasValue(List.of());
        assertThat(new Ring(SIZE).after(0)).hasValue(List.of());
    }

    @Test
    void whatCameSinceIsTold() {
        assertThat(numbersAfter(ringUpTo(3), 1)).containsExactly(2L, 3L);
    }

    @Test
    void aFullRingStillTellsAllItHolds() {
        assertThat(numbersAfter(ringUpTo(10), 6)).containsExactly(7L, 8L, 9L, 10L);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 0, -1, Long.MIN_VALUE})
    void whatIsGoneIsNotGuessed(long number) {
        assertThat(ringUpTo(10).after(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 1_000, Long.MAX_VALUE})
    void aPlaceThatNeverWasIsNone(long number) {
        assertThat(ringUpTo(10).after(number)).isEmpty();
    }

    @Test
    void nobodyGoesOnFromBeforeAGap() {
        var ring = ringUpTo(3);
        ring.leaveGap();
        assertThat(ring.after(3)).isEmpty();
        assertThat(ring.after(4)).hasValue(List.of());

        ring.add(frame(5));
        assertThat(ring.after(3)).isEmpty();
        assertThat(numbersAfter(ring, 4)).containsExactly(5L);
    }

    private static List<Long> numbersAfter(Ring ring, long number) {
        return ring.after(number).orElseThrow().stream().map(Frame::number).toList();
    }

    private static Ring ringUpTo(int last) {
        var ring = new Ring(SIZE);
        LongStream.rangeClosed(1, last).mapToObj(RingTest::frame).forEach(ring::add);
        return ring;
    }

    private static Frame frame(long number) {
        return new Frame(number, Set.of(), null, Instant.EPOCH, Buffer.buffer());
    }
}
