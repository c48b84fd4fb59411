package vn.lienvien.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try, with jitter so that a recovering gateway is not stormed.
 */
@ApplicationScoped
class BackOff {

    private static final double JITTER = 0.2;

    private final ChannelConfig config;

    BackOff(ChannelConfig config) {
        this.config = config;
    }

    /**
     * @param attempts made so far
     * @param asked for by the far side; never cut short, and bounded lest it silence a message
     */
    Duration after(int attempts, Duration asked) {
        Duration longest = config.longestRetry();
        long doubled = config.firstRetry().toMillis() << Math.min(attempts - 1, 20);
        long own = Math.min(doubled, longest.toMillis());
        double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        Duration pause = Duration.ofMillis(Math.round(own * spread));
        Duration wanted = asked.compareTo(longest) > 0 ? longest : asked;
        return pause.compareTo(wanted) > 0 ? pause : wanted;
    }
}
