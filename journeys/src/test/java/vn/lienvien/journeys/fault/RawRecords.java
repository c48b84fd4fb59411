package vn.lienvien.journeys.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.lienvien.events.Topic;

/** A topic byte for byte, to be sent again. */
final class RawRecords {

    private RawRecords() {}

    static List<ConsumerRecord<String, byte[]>> of(String bootstrap, String topic) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "enable.auto.commit",
                        false,
                        "key.deserializer",
                        StringDeserializer.class,
                        "value.deserializer",
                        ByteArrayDeserializer.class);
        try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
            var partitions =
                    IntStream.range(0, Topic.PARTITIONS)
                            .mapToObj(n -> new TopicPartition(topic, n))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    static List<ConsumerRecord<String, byte[]>> ofKey(
            List<ConsumerRecord<String, byte[]>> records, UUID key) {
        return records.stream().filter(record -> key.toString().equals(record.key())).toList();
    }
}
