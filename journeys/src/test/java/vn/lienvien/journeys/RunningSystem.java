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
import vn.lienvien.local.Service;
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
        var wanted = parameter.getParameter().getType();
        return wanted == World.class || wanted == Outside.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Outside.class
                ? outside(context)
                : world(context);
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
                .computeIfAbsent(World.class, _ -> start(outside(context)), World.class);
    }

    private static Outside outside(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Outside.class, _ -> Outside.start(), Outside.class);
    }

    private static World start(Outside outside) {
        return World.start(
                StackPlan.in(Path.of("target", "stack-" + Instant.now().toEpochMilli()))
                        .with(Service.NOTIFICATION, outside.settings()));
    }
}
