package vn.lienvien.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatingTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final Repeating repeating = new Repeating();
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void aRoundThatFailsIsFollowedByTheNext() throws InterruptedException {
        repeating.every(
                SHORT,
                "failing",
                () -> {
                    rounds.incrementAndGet();
                    throw new AssertionError("an Error too");
                });

        await().until(() -> rounds.get() > 3);
        repeating.stop(new ShutdownEvent());
    }

    @Test
    void oneThatHangsHoldsUpNoOther() throws InterruptedException {
        var hangs = new CountDownLatch(1);
        repeating.every(SHORT, "hanging", () -> uninterruptibly(hangs));

        repeating.every(SHORT, "counting", rounds::incrementAndGet);

        await().until(() -> rounds.get() > 3);
        hangs.countDown();
        repeating.stop(new ShutdownEvent());
        var then = rounds.get();
        repeating.stop(new ShutdownEvent());
        assertThat(rounds).as("after the stop").hasValue(then);
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
