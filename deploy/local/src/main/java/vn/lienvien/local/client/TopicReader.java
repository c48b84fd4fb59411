package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.lienvien.events.Topic;

/** Reads the event topics from their beginning to their end as it is now, in no group. */
public record TopicReader(String bootstrapServers) {

    private static final String PREFIX = "vn.lienvien.";

    /** Everything told about one transfer, in the order of each topic, the topics by time. */
    public List<Told> about(UUID transfer) {
        return everything().stream()
                .filter(told -> transfer.toString().equals(told.key()))
                .toList();
    }

    public List<Told> everything() {
        try (var consumer = new KafkaConsumer<String, byte[]>(settings())) {
            var partitions =
                    Arrays.stream(Topic.values()).flatMap(TopicReader::partitions).toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(ends, consumer);
        }
    }

    private static List<Told> readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> consumer) {
        var found = new ArrayList<Told>();
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(told(record)));
        }
        return found;
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(n -> new TopicPartition(topic.topicName(), n));
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
    }

    private static Told told(ConsumerRecord<String, byte[]> record) {
        var value = record.value() == null ? new byte[0] : record.value();
        var text = new String(value, StandardCharsets.UTF_8);
        var sequence = header(record.headers(), "ce_sequence");
        var time = header(record.headers(), "ce_time");
        return new Told(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                header(record.headers(), "ce_id"),
                shortType(header(record.headers(), "ce_type")),
                sequence.isEmpty() ? 0 : Long.parseLong(sequence),
                time.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(time).toInstant(),
                parse(value, text),
                text + headersAsText(record.headers()));
    }

    private static JsonNode parse(byte[] value, String text) {
        try {
            return Json.read(value);
        } catch (IOException e) {
            return TextNode.valueOf(text); // bad bytes are a story of their own
        }
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String headersAsText(Headers headers) {
        return Arrays.stream(headers.toArray())
                .map(h -> h.key() + "=" + new String(h.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n", "\n", ""));
    }

    private static String shortType(String type) {
        var bare = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return bare.replaceFirst("\\.v\\d+$", "");
    }
}
