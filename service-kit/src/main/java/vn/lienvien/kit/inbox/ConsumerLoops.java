package vn.lienvien.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.kafka.KafkaClients;

/**
 * Starts a loop for each handler of the service once the tables are there, and ends them in order.
 * A process whose loop is stuck or fenced is to be replaced. The broker plays no part in that:
 * restarting does not bring it back, and requests are taken without it.
 */
@Liveness
@ApplicationScoped
class ConsumerLoops implements HealthCheck {

    private static final Duration END = Duration.ofSeconds(10);

    private final ParkedKeys parkedKeys;
    private final KafkaClients kafka;
    private final KitConfig config;
    private final Map<ConsumerLoop, Thread> loops = new LinkedHashMap<>();

    ConsumerLoops(ParkedKeys parkedKeys, KafkaClients kafka, KitConfig config) {
        this.parkedKeys = parkedKeys;
        this.kafka = kafka;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.kafka()) {
            return;
        }
        for (Applier applier : parkedKeys.appliers().values()) {
            ConsumerLoop loop = new ConsumerLoop(applier, parkedKeys, kafka, config.inbox());
            loops.put(loop, Thread.ofPlatform().daemon().name(loop.name()).start(loop));
        }
    }

    void stop(@Observes @Priority(2000) ShutdownEvent event) throws InterruptedException {
        loops.keySet().forEach(ConsumerLoop::stop);
        for (Thread thread : loops.values()) {
            thread.join(END);
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("consumer loops").up();
        for (ConsumerLoop loop : loops.keySet()) {
            answer.withData(loop.name(), loop.state());
            if (!loop.alive()) {
                answer.down();
            }
        }
        return answer.build();
    }
}
