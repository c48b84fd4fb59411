package vn.lienvien.kit.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.time.SetClock;

/**
 * One pass: the oldest unpublished event of each key is sent, all answers are awaited, and what was
 * acknowledged is stamped. So the events of a key leave in order, and a key whose send failed waits
 * without holding up the others.
 */
final class RelayPass {

    private static final Logger LOG = Logger.getLogger(RelayPass.class);
    private static final Duration PING = Duration.ofSeconds(2);

    /** As long as a send waits for its topic: so the others have at least half of the time. */
    private static final Duration SILENT = Duration.ofSeconds(5);

    private final RelaySession session;
    private final Producer<String, byte[]> producer;
    private final KitConfig config;
    private final SetClock clock = new SetClock();
    private final Map<OutboxRow.Stream, Long> resting = new HashMap<>();
    private final Map<String, Long> silent = new HashMap<>();

    RelayPass(RelaySession session, Producer<String, byte[]> producer, KitConfig config) {
        this.session = session;
        this.producer = producer;
        this.config = config;
    }

    /** Answers how many events were published. */
    int run() throws SQLException, InterruptedException {
        sameClock();
        long now = System.nanoTime();
        resting.values().removeIf(until -> until - now <= 0);
        silent.values().removeIf(until -> until - now <= 0);
        int keys = config.relay().keys() + resting.size();
        List<OutboxRow> due = session.oldestOfEachKey(silent.keySet(), keys);
        due.removeIf(row -> resting.containsKey(row.stream()));
        List<Long> acknowledged = await(send(due));
        if (!acknowledged.isEmpty()) {
            session.stamp(acknowledged);
        }
        return acknowledged.size();
    }

    /**
     * Stops at the first send that timed out: the broker is away, or this topic is missing, and
     * each further one would wait. What was sent before is stamped, and the next pass leaves the
     * topic out.
     */
    private Map<OutboxRow, Future<?>> send(List<OutboxRow> due) throws SQLException {
        Map<OutboxRow, Future<?>> sent = new LinkedHashMap<>();
        long heard = System.nanoTime();
        for (OutboxRow row : due) {
            try {
                Future<?> answer = producer.send(row.record(config.service()));
                if (timedOut(answer)) {
                    LOG.warnf("no broker answers for %s; its keys wait", row.stream().topic());
                    silent.put(row.stream().topic(), System.nanoTime() + SILENT.toNanos());
                    session.stillThere();
                    break;
                }
                sent.put(row, answer);
            } catch (KafkaException | IllegalStateException e) {
                rest(row, e);
            }
            if (System.nanoTime() - heard > PING.toNanos()) {
                session.stillThere();
                heard = System.nanoTime();
            }
        }
        return sent;
    }

    /**
     * The producer waits for a topic it does not know before it answers, and then does not throw.
     */
    private static boolean timedOut(Future<?> answer) {
        return answer.state() == Future.State.FAILED
                && answer.exceptionNow() instanceof org.apache.kafka.common.errors.TimeoutException;
    }

    private List<Long> await(Map<OutboxRow, Future<?>> sent)
            throws SQLException, InterruptedException {
        List<Long> acknowledged = new ArrayList<>();
        for (Map.Entry<OutboxRow, Future<?>> each : sent.entrySet()) {
            if (acknowledged(each.getKey(), each.getValue())) {
                acknowledged.add(each.getKey().id());
            }
        }
        return acknowledged;
    }

    private boolean acknowledged(OutboxRow row, Future<?> answer)
            throws SQLException, InterruptedException {
        while (true) {
            try {
                answer.get(PING.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                session.stillThere();
                sameClock();
            } catch (ExecutionException e) {
                rest(row, e.getCause());
                return false;
            }
        }
    }

    /** The producer of before would wait as long as the clock was set back. */
    private void sameClock() {
        if (clock.wasSet()) {
            throw new IllegalStateException("the host's clock was set");
        }
    }

    private void rest(OutboxRow row, Throwable why) {
        LOG.warnf(
                "event %s of %s was not sent: %s",
                row.eventId(), row.stream().topic(), why.getClass().getSimpleName());
        resting.put(row.stream(), System.nanoTime() + config.relay().rest().toNanos());
    }
}
