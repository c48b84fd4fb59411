package vn.lienvien.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vn.lienvien.local.KafkaProcess;

/** A real broker in its own process, with the topics of the event contracts. */
public class KafkaResource implements QuarkusTestResourceLifecycleManager {

    /** Set while a broker runs: what is announced leaves. */
    static final String RUNNING = "lienvien.test.kafka.running";

    private final TestFolder folder = TestFolder.of("kafka");
    private KafkaProcess kafka;

    @Override
    public Map<String, String> start() {
        kafka = KafkaProcess.start(folder.path(), 0);
        kafka.createTopics();
        System.setProperty(RUNNING, "true");
        return Map.of("kafka.bootstrap.servers", kafka.bootstrap());
    }

    @Override
    public void stop() {
        System.clearProperty(RUNNING);
        if (kafka != null) {
            kafka.stop();
        }
        folder.remove();
    }
}
