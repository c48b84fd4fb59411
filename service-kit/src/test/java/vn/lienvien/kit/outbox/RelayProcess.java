package vn.lienvien.kit.outbox;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lienvien.kit.KitConfig;

/** A relay in a process of its own, so that a test can freeze it; it ends with its session. */
final class RelayProcess {

    private RelayProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        KitConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(KitConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValues(
                                Map.of(
                                        "lienvien.kit.service", arguments[4],
                                        "lienvien.kit.relay.jdbc-url", arguments[0],
                                        "lienvien.kit.relay.username", arguments[1],
                                        "lienvien.kit.relay.password", arguments[2]))
                        .build()
                        .getConfigMapping(KitConfig.class);
        try (RelaySession session = RelaySession.open(config.relay());
                KafkaProducer<String, byte[]> producer = producer(arguments[3])) {
            RelayPass pass = new RelayPass(session, producer, config);
            while (true) {
                if (session.leads()) {
                    System.out.println("leads");
                    while (true) {
                        pass.run();
                        Thread.sleep(20);
                    }
                }
                System.out.println("stands by");
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
