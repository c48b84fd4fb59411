package vn.lienvien.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.kafka.KafkaClients;

/**
 * Sends what the outbox holds, in one thread of one process of the service: with two senders the
 * order of a key cannot be kept. It is woken after each commit and polls as a net. It never dies:
 * whatever fails, it begins anew.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration LAST_PASSES = Duration.ofSeconds(5);

    private final KitConfig config;
    private final Duration poll;
    private final KafkaClients kafka;
    private final Semaphore calls = new Semaphore(0);
    private final Counter published;
    private final AtomicInteger leading;

    private volatile boolean running = true;
    private Thread thread;

    Relay(KitConfig config, KafkaClients kafka, MeterRegistry metrics) {
        this.config = config;
        this.poll = config.relay().poll();
        this.kafka = kafka;
        this.published = metrics.counter("lienvien.relay.published");
        this.leading = metrics.gauge("lienvien.relay.leader", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        if (config.kafka()) {
            thread = Thread.ofPlatform().daemon().name("relay").start(this::run);
        }
    }

    /** There is something to send: spares it asking the database. */
    public void wake() {
        calls.release();
    }

    /** After the consumer loops, so that what their last transactions announced still leaves. */
    void stop(@Observes @Priority(3000) ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(LAST_PASSES);
        }
    }

    private void run() {
        while (running) {
            try (RelaySession session = RelaySession.open(config.relay());
                    Producer<String, byte[]> producer = kafka.producer()) {
                serve(session, producer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                LOG.warnf("the relay lost its session (%s) and begins anew", e.getSQLState());
                LockSupport.parkNanos(poll.toNanos());
            } catch (Throwable e) {
                LOG.error("the relay failed and begins anew", e);
                LockSupport.parkNanos(poll.toNanos());
            } finally {
                leading.set(0);
            }
        }
    }

    /** The last pass begins after the stop: it finds whatever was committed before. */
    private void serve(RelaySession session, Producer<String, byte[]> producer)
            throws SQLException, InterruptedException {
        RelayPass pass = new RelayPass(session, producer, config);
        boolean more;
        boolean last;
        do {
            last = !running;
            more = false;
            if (session.leads()) {
                leading.set(1);
                int sent = pass.run();
                published.increment(sent);
                more = sent > 0;
            }
            if (!more && running && calls.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } while (more || !last);
    }
}
