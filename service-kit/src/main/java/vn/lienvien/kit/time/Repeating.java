package vn.lienvien.kit.time;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.lienvien.kit.sql.Faults;

/**
 * Does again and again what must not wait for the host's clock: Quarkus' scheduler goes by it, and
 * stands still for as long as it was set back (I13). A round that fails is followed by the next.
 */
@ApplicationScoped
public class Repeating {

    private static final Logger LOG = Logger.getLogger(Repeating.class);
    private static final int AT_ONCE = 8;
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final ScheduledExecutorService rounds =
            Executors.newScheduledThreadPool(
                    AT_ONCE, Thread.ofVirtual().name("repeating-", 0).factory());

    /** At once, then after each round the pause. */
    public void every(Duration pause, String what, Runnable round) {
        var _ =
                rounds.scheduleWithFixedDelay(
                        () -> goOn(what, round), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void goOn(String what, Runnable round) {
        try {
            round.run();
        } catch (Throwable e) {
            if (Faults.passing(e)) {
                LOG.warnf("%s waits for the database: %s", what, e.getMessage());
            } else {
                LOG.errorf(e, "%s failed and goes on", what);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rounds.shutdown();
        rounds.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }
}
