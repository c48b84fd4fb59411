package vn.lienvien.notification.stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;
import vn.lienvien.events.Topic;
import vn.lienvien.kit.kafka.KafkaClients;

/**
 * Follows all topics from their end on every replica, for screens. It belongs to no group, commits
 * nothing and has no effect in the database: what must happen once belongs in an event handler. It
 * never dies silently: after any failure it goes on where it was, and a process whose tail has
 * ended all the same is to be replaced. As of its loops, the broker plays no part in that.
 */
@Default
@Liveness
@ApplicationScoped
class TopicTail implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final List<TopicPartition> PARTITIONS =
            Arrays.stream(Topic.values()).flatMap(TopicTail::partitions).toList();

    private final KafkaClients kafka;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Thread thread =
            Thread.ofPlatform().name("topic-tail").daemon().unstarted(this::run);
    private TailListener listener;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean atTheEnd;
    private volatile boolean stopped;
    private boolean missed;

    TopicTail(KafkaClients kafka) {
        this.kafka = kafka;
    }

    void follow(TailListener hearing) {
        listener = hearing;
        thread.start();
    }

    /** Every topic is followed right now: events announced from here on are heard. */
    boolean following() {
        return atTheEnd;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("stream")
                .status(thread.getState() != Thread.State.TERMINATED)
                .withData("following", following())
                .build();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try (var opened = kafka.tail()) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException e) {
                LOG.debug("woken to stop");
            } catch (InvalidOffsetException e) {
                LOG.warnf("the tail lost its place and starts anew at the end: %s", e.getMessage());
                next.clear();
                missed = true;
            } catch (KafkaException e) {
                LOG.warnf("the tail goes on shortly: %s", e.getMessage());
                pause();
            } catch (Throwable e) {
                LOG.error("the tail goes on shortly, after what it could not tell", e);
                missed = true;
                pause();
            }
            atTheEnd = false;
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> opened) {
        opened.assign(PARTITIONS);
        opened.endOffsets(unplaced()).forEach(next::put);
        next.forEach(opened::seek);
        if (missed) {
            listener.missed();
            missed = false;
        }
        atTheEnd = true;
        while (!stopped) {
            hear(opened.poll(POLL));
        }
    }

    private List<TopicPartition> unplaced() {
        return PARTITIONS.stream().filter(each -> !next.containsKey(each)).toList();
    }

    private void hear(ConsumerRecords<byte[], byte[]> polled) {
        var events = new ArrayList<TailedEvent>(polled.count());
        for (var each : polled) {
            next.put(new TopicPartition(each.topic(), each.partition()), each.offset() + 1);
            TailedEvent.of(each).ifPresent(events::add);
        }
        if (!events.isEmpty()) {
            listener.on(events);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition));
    }
}
