package vn.lienvien.journeys.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Polls, dedupes, does its work in one transaction a poll, then commits its offsets. */
final class FloorConsumer implements AutoCloseable {

    /** What is done for the new records of one poll; the transaction is committed after it. */
    interface Work {
        void on(Connection connection, List<UUID> transfers) throws SQLException;
    }

    private final KafkaConsumer<String, byte[]> consumer;
    private final String group;
    private final Connection connection;
    private final Work work;
    private final Consumer<List<UUID>> committed;
    private final Thread thread;
    private volatile boolean running = true;

    FloorConsumer(
            String bootstrap,
            String group,
            String topic,
            Connection connection,
            Work work,
            Consumer<List<UUID>> committed) {
        this.group = group;
        this.connection = connection;
        this.work = work;
        this.committed = committed;
        consumer = new KafkaConsumer<>(settings(bootstrap, group));
        consumer.subscribe(List.of(topic));
        thread = Thread.ofPlatform().name(group).start(this::run);
    }

    @Override
    public void close() throws SQLException {
        running = false;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }

    private void run() {
        try (consumer) {
            while (running) {
                pollOnce();
            }
        } catch (WakeupException e) {
            running = false;
        } catch (SQLException e) {
            throw new IllegalStateException("the floor's database failed", e);
        }
    }

    private void pollOnce() throws SQLException {
        var fresh = new ArrayList<UUID>();
        for (var record : consumer.poll(Duration.ofMillis(200))) {
            var transfer = UUID.fromString(record.key());
            if (isNew(transfer)) {
                fresh.add(transfer);
            }
        }
        if (!fresh.isEmpty()) {
            work.on(connection, fresh);
            connection.commit();
            committed.accept(fresh);
            consumer.commitSync();
        }
    }

    private boolean isNew(UUID event) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into inbox values (?, ?) on conflict do nothing")) {
            insert.setString(1, group);
            insert.setObject(2, event);
            return insert.executeUpdate() == 1;
        }
    }

    private static Map<String, Object> settings(String bootstrap, String group) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                50,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
    }
}
