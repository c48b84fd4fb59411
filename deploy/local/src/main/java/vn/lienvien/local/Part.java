package vn.lienvien.local;

import java.time.Duration;

/**
 * A part of the stack that is a process of its own: it can be killed, frozen, started again on the
 * same port and data, and ended in order.
 */
public abstract sealed class Part implements AutoCloseable
        permits PostgresProcess, KafkaProcess, ServiceProcess {
    private volatile ChildProcess process;
    private volatile boolean retired;

    /** How a person calls it. */
    public abstract String name();

    public abstract int port();

    /** Begins the process on the folder it was given; readiness is awaited by the caller. */
    abstract ChildProcess begin();

    abstract boolean ready();

    abstract Duration startPatience();

    /** The signal that asks for an orderly end. */
    String stopSignal() {
        return "TERM";
    }

    final void launch() {
        ChildProcess begun = begin();
        process = begun;
        if (retired) {
            begun.kill();
            throw new PartFailed(name() + " was stopped while it was starting");
        }
        begun.awaitReady(startPatience(), this::ready);
    }

    /** Stops for good: a start that is under way on another thread comes to nothing. */
    final void retire() {
        retired = true;
        stop();
    }

    public final long pid() {
        return process.pid();
    }

    public final boolean alive() {
        ChildProcess now = process;
        return now != null && now.alive();
    }

    /** SIGKILL, as a crash would; returns when its children are gone too. */
    public final void kill() {
        process.kill();
    }

    /** STOP freezes, CONT thaws, or any other signal by its name. */
    public final void signal(String signal) {
        process.signal(signal);
    }

    /** It and its children stand still: connections stay open, and nobody answers. */
    public final void freeze() {
        process.signalFamily("STOP");
    }

    public final void thaw() {
        process.signalFamily("CONT");
    }

    /** Starts again on the same port and data; stops first if it runs. */
    public final void restart() {
        stop();
        launch();
    }

    public final void stop() {
        stopWithin(Duration.ofSeconds(25));
    }

    final void stopWithin(Duration patience) {
        ChildProcess now = process;
        if (now != null) {
            now.stop(stopSignal(), patience);
        }
    }

    /** Ends at once, for good. */
    final void abandon() {
        retired = true;
        ChildProcess now = process;
        if (now != null) {
            now.kill();
        }
    }

    /** Waits until the process ends by itself. */
    final int awaitExit() {
        return process.awaitExit();
    }

    @Override
    public final void close() {
        stop();
    }
}
