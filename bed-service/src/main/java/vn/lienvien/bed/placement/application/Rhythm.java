package vn.lienvien.bed.placement.application;

import org.jboss.logging.Logger;

/** A thread that does one thing again and again, and never dies silently. */
final class Rhythm {

    private static final Logger LOG = Logger.getLogger(Rhythm.class);
    private static final int STOP_WITHIN_MILLIS = 5_000;
    private static final int AFTER_FAILURE_MILLIS = 500;

    private final Thread thread;
    private volatile boolean stopping;

    /** One round: waits for its time, then works. */
    @FunctionalInterface
    interface Round {
        void run() throws InterruptedException;
    }

    private Rhythm(String name, Round round) {
        thread = Thread.ofPlatform().name(name).daemon(true).unstarted(() -> repeat(round));
    }

    static Rhythm start(String name, Round round) {
        var rhythm = new Rhythm(name, round);
        rhythm.thread.start();
        return rhythm;
    }

    boolean alive() {
        return thread.isAlive();
    }

    void stop() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(Round round) {
        while (!stopping) {
            try {
                round.run();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    /** The database may be away, or one case breaks the round: the next may do better. */
    private void failed(Throwable e) {
        if (stopping) {
            return;
        }
        LOG.warnf("%s failed and goes on: %s", thread.getName(), e.toString());
        try {
            Thread.sleep(AFTER_FAILURE_MILLIS);
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }
}
