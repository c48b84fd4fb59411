package vn.lienvien.bed.placement.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.lienvien.kit.sql.Faults;

/** No hold outlives its time by more than a few seconds (I7). Every replica may sweep. */
@ApplicationScoped
class LapseSweeper {

    private static final Logger LOG = Logger.getLogger(LapseSweeper.class);

    private final Lapsing lapsing;
    private final Duration every;
    private Rhythm rhythm;

    LapseSweeper(Lapsing lapsing, PlacementRhythms rhythms) {
        this.lapsing = lapsing;
        this.every = rhythms.lapseEvery();
    }

    void start(@Observes StartupEvent started) {
        rhythm = Rhythm.start("lapse-sweeper", this::round);
    }

    boolean alive() {
        return rhythm.alive();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rhythm.stop();
    }

    private void round() throws InterruptedException {
        Thread.sleep(every.toMillis());
        var round = new Round();
        while (lapseNext(round) && !Thread.interrupted()) {
            // the next one, until nothing is due
        }
    }

    private boolean lapseNext(Round round) {
        try {
            return lapsing.lapseNextIn(round);
        } catch (RuntimeException e) {
            var culprit = round.leaveOutTried();
            if (culprit.isEmpty()) {
                throw e;
            }
            if (!Faults.conflict(e)) {
                LOG.errorf(e, "an offer of %s cannot lapse; the others go on", culprit);
            }
            return true;
        }
    }
}
