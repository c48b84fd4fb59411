package vn.lienvien.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
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
            Set<String> present = get(admin.listTopics().names());
            List<NewTopic> missing = new ArrayList<>();
            for (String name : names) {
                if (!present.contains(name)) {
                    missing.add(new NewTopic(name, Topic.PARTITIONS, (short) 1).configs(SETTINGS));
                }
            }
            get(admin.createTopics(missing).all());
            get(admin.describeTopics(names).allTopicNames()).values().forEach(Topics::check);
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailed("the topics cannot be made: " + e.getMessage(), e);
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
