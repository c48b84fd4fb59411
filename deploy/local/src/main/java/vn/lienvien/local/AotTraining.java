package vn.lienvien.local;

import java.io.IOException;
import java.util.List;

/**
 * Makes the start-up archives that are missing, one program after the other, while the stack
 * already serves. Each program runs once on scratch data of its own and touches nothing real; the
 * next start is the faster one.
 */
final class AotTraining {
    private static final System.Logger LOG = System.getLogger("start-up archives");

    private final List<TrainingRun> runs;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::trainAll);
    private volatile boolean stopping;

    AotTraining(List<TrainingRun> runs) {
        this.runs = runs;
    }

    void startInBackground() {
        thread.start();
    }

    /** Gives up what is under way; it is tried again after the next start. */
    void stop() {
        stopping = true;
        runs.forEach(TrainingRun::abandon);
    }

    private void trainAll() {
        for (TrainingRun run : runs) {
            if (!stopping && !run.cache().made()) {
                train(run);
            }
        }
    }

    private void train(TrainingRun run) {
        try {
            run.train();
        } catch (PartFailed | IOException e) {
            if (!stopping) {
                LOG.log(System.Logger.Level.WARNING, "none for {0}: {1}", run, e.getMessage());
            }
        }
    }
}
