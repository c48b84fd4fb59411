package vn.lienvien.bed.placement.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.lienvien.kit.sql.Faults;

/**
 * The one that gives slots away. Consumers and resources only record and wake it; an advisory lock
 * keeps the allocators of other replicas out. It also runs by itself, for what nobody woke it for:
 * a deadline of a team, a transfer that has aged.
 */
@ApplicationScoped
class Allocator {

    private static final Logger LOG = Logger.getLogger(Allocator.class);
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

    boolean alive() {
        return rhythm.alive();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rhythm.stop();
    }

    private void round() throws InterruptedException {
        wake.await(every);
        var round = new Round();
        for (int pass = 0; pass < PASSES && pass(round); pass++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private boolean pass(Round round) {
        try {
            return pass(round, Allocating.BATCH);
        } catch (RuntimeException e) {
            if (Faults.conflict(e)) {
                throw e;
            }
            return passAlone(round);
        }
    }

    /**
     * One of the batch cannot be decided: the first of them alone, which shows whether it is he.
     */
    private boolean passAlone(Round round) {
        try {
            pass(round, 1);
        } catch (RuntimeException e) {
            var culprit = round.leaveOutTried();
            if (culprit.isEmpty()) {
                throw e;
            }
            LOG.errorf(e, "no place can be sought for %s; the others go on", culprit);
        }
        return true;
    }

    /** Repeated whole when another transaction won. */
    private boolean pass(Round round, int atMost) {
        for (int attempt = 1; ; attempt++) {
            try {
                round.begin();
                return allocating.passIn(round, atMost);
            } catch (RuntimeException e) {
                if (!Faults.conflict(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
