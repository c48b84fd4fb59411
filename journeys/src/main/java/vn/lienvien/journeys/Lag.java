package vn.lienvien.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records all consumers together have not yet worked off. */
public record Lag(String bootstrapServers) {

    public long records() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var lag = 0L;
            for (var group : admin.listGroups().all().get()) {
                var committed =
                        admin.listConsumerGroupOffsets(group.groupId())
                                .partitionsToOffsetAndMetadata()
                                .get();
                lag += behind(committed, ends(admin, committed));
            }
            return lag;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", e);
        }
    }

    private static Map<TopicPartition, Long> ends(
            Admin admin, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        committed.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(latest)
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static long behind(
            Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        return committed.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry -> ends.get(entry.getKey()) - entry.getValue().offset())
                .sum();
    }
}
