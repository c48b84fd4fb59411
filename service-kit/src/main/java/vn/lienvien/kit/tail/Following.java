package vn.lienvien.kit.tail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import vn.lienvien.events.Topic;
import vn.lienvien.kit.kafka.KafkaClients;

/**
 * One thread with one consumer. It never dies silently: after any failure it goes on where it was.
 */
final class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KafkaClients kafka;
    private final List<TopicPartition> partitions;
    private final TailListener listener;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Thread thread;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean atTheEnd;
    private volatile boolean stopped;

    Following(KafkaClients kafka, List<Topic> topics, TailListener listener) {
        this.kafka = kafka;
        this.partitions = topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("topic-tail").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean atTheEnd() {
        return atTheEnd;
    }

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
                listener.missed();
            } catch (KafkaException e) {
                LOG.warnf("the tail goes on shortly: %s", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.error("the tail goes on shortly", e);
                pause();
            }
            atTheEnd = false;
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> opened) {
        opened.assign(partitions);
        opened.endOffsets(unplaced()).forEach(next::put);
        next.forEach(opened::seek);
        atTheEnd = true;
        while (!stopped) {
            hear(opened.poll(POLL));
        }
    }

    private List<TopicPartition> unplaced() {
        return partitions.stream().filter(each -> !next.containsKey(each)).toList();
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

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }
}
