package vn.lienvien.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.lienvien.events.Topic;

/**
 * Topics are made and checked, never altered: more partitions would move keys and lose their order.
 */
record Topics(String bootstrap) {
    static final List<String> OF_THE_CONTRACTS =
            Arrays.stream(Topic.values()).map(Topic::topicName).toList();

    private static final Map<String, String> SETTINGS =
            Map.of("cleanup.policy", "delete", "retention.ms", "1209600000");

    static Topics on(String bootstrap) {
        return new Topics(bootstrap);
    }

    void make(Collection<String> names) {
        try (Admin admin = admin("20000")) {
            for (String name : names) {
                NewTopic topic = new NewTopic(name, Topic.PARTITIONS, (short) 1);
                makeUnlessThere(admin, topic.configs(SETTINGS));
            }
            // The broker may describe a topic a moment after it has made it.
            while (!get(admin.listTopics().names()).containsAll(names)) {
                ChildProcess.pause(Duration.ofMillis(20));
            }
            get(admin.describeTopics(names).allTopicNames()).values().forEach(Topics::check);
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailed("the topics cannot be made: " + e.getMessage(), e);
        }
    }

    private static void makeUnlessThere(Admin admin, NewTopic topic)
            throws ExecutionException, TimeoutException {
        try {
            get(admin.createTopics(List.of(topic)).all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    boolean brokerAnswers() {
        try (Admin admin = admin("2000")) {
            return !get(admin.describeCluster().nodes()).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static void check(TopicDescription topic) {
        if (topic.partitions().size() != Topic.PARTITIONS) {
            throw new PartFailed(
                    "topic %s has %d partitions, not %d; it cannot be changed without losing order"
                            .formatted(topic.name(), topic.partitions().size(), Topic.PARTITIONS));
        }
    }

    private Admin admin(String timeout) {
        return Admin.create(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "request.timeout.ms", timeout,
                        "default.api.timeout.ms", timeout));
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while waiting for Kafka", e);
        }
    }
}
