package vn.lienvien.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.lienvien.local.StackPlan;

/**
 * One stack for all stories, started when the first one needs it; after each class the invariants
 * are checked on everything that ever happened on it.
 */
public final class RunningSystem
        implements ParameterResolver, BeforeEachCallback, AfterAllCallback {

    private static final Namespace OURS = Namespace.create(RunningSystem.class);
    private static final Duration COMES_TO_REST_WITHIN = Duration.ofSeconds(60);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public World resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world(context);
    }

    /** A story does not meet the patients of the one before. */
    @Override
    public void beforeEach(ExtensionContext context) {
        world(context).clearTheRoad();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        invariantsHold(world(context));
    }

    /** I12: within 60 s after the last fault everything has settled, and nothing is broken. */
    public static void invariantsHold(World world) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .atMost(COMES_TO_REST_WITHIN)
                .untilAsserted(() -> assertThat(world.broken()).isEmpty());
    }

    private static World world(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(World.class, _ -> start(), World.class);
    }

    private static World start() {
        return World.start(
                StackPlan.in(Path.of("target", "stack-" + Instant.now().toEpochMilli())));
    }
}
