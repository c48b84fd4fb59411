package vn.lienvien.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** Services follow each other within moments; a story waits for what must become true. */
public final class Eventually {

    private Eventually() {}

    public static void eventually(ThrowingRunnable assertion) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(assertion);
    }
}
