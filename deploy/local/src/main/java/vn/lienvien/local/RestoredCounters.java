package vn.lienvien.local;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.lienvien.events.Topic;

/**
 * After a restore from a backup the databases are older than what was published. A sequence given
 * twice would be dropped by every reader as already seen, so each counter is raised past the
 * highest number in the topics and in the readers' positions.
 */
record RestoredCounters(PostgresProcess postgres, String bootstrap, Collection<Service> services) {

    private static final int LONGEST_KEY = 200;

    private record Stream(String topic, String key) {}

    void raise(Progress progress) {
        Map<Stream, Long> published = new HashMap<>();
        try {
            readTopics(published);
            for (Service service : services) {
                readPositions(service, published);
            }
            for (Service service : services) {
                int raised = raise(service, published);
                progress.say(
                        "after restore: %d counters of %s raised past what was published"
                                .formatted(raised, service.module()));
            }
        } catch (SQLException e) {
            throw new PartFailed("the counters cannot be raised: " + e.getMessage(), e);
        }
    }

    private void readTopics(Map<Stream, Long> published) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    Topics.OF_THE_CONTRACTS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(found -> new TopicPartition(found.topic(), found.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> record :
                        consumer.poll(Duration.ofMillis(500))) {
                    if (counted(record)) {
                        published.merge(
                                new Stream(record.topic(), record.key()),
                                Long.parseLong(sequence(record)),
                                Math::max);
                    }
                }
            }
        }
    }

    /** What a reader would park has no counter: a bad record stops no restore. */
    private static boolean counted(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        return key != null
                && key.length() <= LONGEST_KEY
                && !key.contains("\0")
                && sequence(record).matches("\\d{1,18}");
    }

    private static String sequence(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_sequence");
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void readPositions(Service reader, Map<Stream, Long> published) throws SQLException {
        try (Connection database = postgres.adminConnection(reader.database())) {
            if (!has(database, "position")) {
                return;
            }
            try (PreparedStatement query =
                            database.prepareStatement("select topic, key, last from position");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    published.merge(
                            new Stream(row.getString(1), row.getString(2)),
                            row.getLong(3),
                            Math::max);
                }
            }
        }
    }

    private int raise(Service writer, Map<Stream, Long> published) throws SQLException {
        try (Connection database = postgres.adminConnection(writer.database())) {
            if (!has(database, "stream")) {
                return 0;
            }
            int raised = 0;
            try (PreparedStatement update =
                    database.prepareStatement(
                            """
                            insert into stream (topic, key, last) values (?, ?, ?)
                            on conflict (topic, key) do update set last = excluded.last
                            where stream.last < excluded.last""")) {
                for (Map.Entry<Stream, Long> stream : published.entrySet()) {
                    if (writes(writer, stream.getKey().topic())) {
                        update.setString(1, stream.getKey().topic());
                        update.setString(2, stream.getKey().key());
                        update.setLong(3, stream.getValue());
                        raised += update.executeUpdate();
                    }
                }
            }
            return raised;
        }
    }

    private static boolean writes(Service service, String topic) {
        return switch (service) {
            case TRANSFER -> topic.equals(Topic.TRANSFER.topicName());
            case BED ->
                    topic.equals(Topic.PLACEMENT.topicName())
                            || topic.equals(Topic.CAPACITY.topicName());
            case NOTIFICATION -> topic.equals(Topic.ALERT.topicName());
        };
    }

    private static boolean has(Connection database, String table) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select to_regclass(?)")) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                return found.next() && found.getString(1) != null;
            }
        }
    }
}
