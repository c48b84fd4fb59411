package vn.lienvien.bed.placement.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import vn.lienvien.kit.sql.Faults;

/**
 * The one that gives slots away. Consumers and resources only record and wake it; an advisory lock
 * keeps the allocators of other replicas out. It also runs by itself, for what nobody woke it for:
 * a deadline of a team, a transfer that has aged.
 */
@ApplicationScoped
class Allocator {

    private static final int ATTEMPTS = 3;

    /** Passes without a rest; what is left then waits for the next call or the clock. */
    private static final int PASSES = 200;

    private final AllocatorWake wake;
    private final Allocating allocating;
    private final Duration every;
    private Rhythm rhythm;

    Allocator(AllocatorWake wake, Allocating allocating, PlacementRhythms rhythms) {
        this.wake = wake;
        this.allocating = allocating;
        this.every = rhythms.allocateEvery();
    }

    void start(@Observes StartupEvent started) {
        rhythm = Rhythm.start("allocator", this::round);
    }

    void stop(@Observes ShutdownEvent stopping) {
        rhythm.stop();
    }

    private void round() throws InterruptedException {
        wake.await(every);
        for (int pass = 0; pass < PASSES && pass(); pass++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Repeated whole when another transaction won. */
    private boolean pass() {
        for (int attempt = 1; ; attempt++) {
            try {
                return allocating.pass();
            } catch (RuntimeException e) {
                if (!Faults.conflict(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
