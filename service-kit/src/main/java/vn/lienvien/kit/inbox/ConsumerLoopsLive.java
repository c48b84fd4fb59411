package vn.lienvien.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * A process whose loop is stuck or fenced is to be replaced. The broker plays no part: restarting
 * does not bring it back, and requests are taken without it.
 */
@Liveness
@ApplicationScoped
class ConsumerLoopsLive implements HealthCheck {

    private final ConsumerLoops loops;

    ConsumerLoopsLive(ConsumerLoops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("consumer loops").up();
        for (ConsumerLoop loop : loops.all()) {
            answer.withData(loop.name(), state(loop));
            if (!loop.alive()) {
                answer.down();
            }
        }
        return answer.build();
    }

    private static String state(ConsumerLoop loop) {
        if (loop.fenced()) {
            return "fenced";
        }
        if (!loop.alive()) {
            return "silent";
        }
        return loop.assigned() ? "reading" : "waiting for partitions";
    }
}
