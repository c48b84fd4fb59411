package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A process in which no bed is offered any more, or no hold lapses, is to be replaced. */
@Liveness
@ApplicationScoped
class PlacementThreads implements HealthCheck {

    private final Allocator allocator;
    private final LapseSweeper sweeper;

    PlacementThreads(Allocator allocator, LapseSweeper sweeper) {
        this.allocator = allocator;
        this.sweeper = sweeper;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("placement")
                .withData("allocator", allocator.alive())
                .withData("lapse-sweeper", sweeper.alive())
                .status(allocator.alive() && sweeper.alive())
                .build();
    }
}
