package vn.lienvien.kit.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A relay in a process of its own, so that a test can freeze it; it ends with its session. */
final class RelayProcess {

    private RelayProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (RelaySession session = RelaySession.open(arguments[0], arguments[1], arguments[2]);
                KafkaProducer<String, byte[]> producer = producer(arguments[3])) {
            RelayPass pass =
                    new RelayPass(session, producer, arguments[4], 100, Duration.ofSeconds(1));
            while (true) {
                if (session.leads()) {
                    System.out.println("leads");
                    while (true) {
                        pass.run();
                        Thread.sleep(20);
                    }
                }
                Thread.sleep(200);
            }
        } catch (SQLException e) {
            System.out.println("lost its session");
        }
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "max.block.ms", 5000),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
