package vn.lienvien.kit.inbox;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EventJson;
import vn.lienvien.events.EventTypes;

/**
 * Writes to topics what a healthy, an old, a new or a faulty service would, and reads them whole.
 */
public final class Wire {

    private final String bootstrap;

    public Wire(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    public static ProducerRecord<String, byte[]> record(
            ContractEvent event, long sequence, UUID id) {
        return record(event, sequence, id, EventTypes.typeOf(event.getClass()));
    }

    public static ProducerRecord<String, byte[]> record(
            ContractEvent event, long sequence, UUID id, String type) {
        var cloudEvent =
                CloudEventBuilder.v1()
                        .withId(id.toString())
                        .withSource(URI.create("/test"))
                        .withType(type)
                        .withSubject(event.key())
                        .withTime(OffsetDateTime.parse("2021-11-08T15:00:00Z"))
                        .withDataContentType("application/json")
                        .withData(EventJson.write(event))
                        .withExtension("topic", event.topic().topicName())
                        .withExtension("sequence", Long.toString(sequence))
                        .withExtension("audience", "htd-hcmc,cho-ray")
                        .build();
        return KafkaMessageFactory.<String>createWriter(event.topic().topicName(), event.key())
                .writeBinary(cloudEvent);
    }

    /** The same record under another key. */
    public static ProducerRecord<String, byte[]> under(
            String key, ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers());
    }

    /** The same record with other bytes. */
    public static ProducerRecord<String, byte[]> with(
            String bytes, ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                null,
                record.key(),
                bytes.getBytes(StandardCharsets.UTF_8),
                record.headers());
    }

    @SafeVarargs
    public final void send(ProducerRecord<String, byte[]>... records) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                producer.send(record).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything on a topic up to now. */
    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(
                                    (PartitionInfo each) ->
                                            new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
        }
        return read;
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
