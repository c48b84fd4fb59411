package vn.lienvien.journeys.fault;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lienvien.events.Topic;

/**
 * Writes straight to a topic, past the one relay that may: what a broken or foreign writer does.
 */
final class RawTopic implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    RawTopic(String bootstrap) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers", bootstrap,
                                "key.serializer", StringSerializer.class,
                                "value.serializer", ByteArraySerializer.class));
    }

    /** A CloudEvent as a relay would send it, but for what the story gets wrong. */
    static Map<String, String> headers(String type, UUID transfer, long sequence) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/transfer-service");
        headers.put("ce_type", type);
        headers.put("ce_subject", transfer.toString());
        headers.put("ce_time", "2026-01-01T00:00:00Z");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_topic", Topic.TRANSFER.topicName());
        headers.put("ce_audience", "soyte-hcm");
        headers.put("ce_correlationid", transfer.toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    void write(String topic, String key, Map<String, String> headers, String body)
            throws InterruptedException, ExecutionException {
        var record = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        headers.forEach(
                (name, value) ->
                        record.headers()
                                .add(
                                        new RecordHeader(
                                                name, value.getBytes(StandardCharsets.UTF_8))));
        producer.send(record).get();
    }

    /** Sends the same records once more, to the partitions they came from. */
    void again(List<ConsumerRecord<String, byte[]>> records)
            throws InterruptedException, ExecutionException {
        for (var record : records) {
            producer.send(
                            new ProducerRecord<>(
                                    record.topic(),
                                    record.partition(),
                                    record.key(),
                                    record.value(),
                                    record.headers()))
                    .get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
