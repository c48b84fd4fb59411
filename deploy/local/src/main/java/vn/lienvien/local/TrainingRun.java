package vn.lienvien.local;

import java.io.IOException;
import java.time.Duration;

/**
 * One program started on scratch data, used a little and ended, so that its JVM writes its archive.
 */
record TrainingRun(AotCache cache, Part part, Runnable before, Runnable rehearsal, Runnable after) {
    private static final Duration ASSEMBLY = Duration.ofMinutes(3);

    void train() throws IOException {
        before.run();
        try {
            part.launch();
            rehearsal.run();
            part.stopWithin(ASSEMBLY);
            cache.publish();
        } finally {
            part.retire();
            after.run();
        }
    }

    void abandon() {
        part.abandon();
    }

    @Override
    public String toString() {
        return part.name();
    }
}
