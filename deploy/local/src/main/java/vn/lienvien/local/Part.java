package vn.lienvien.local;

import java.time.Duration;

/**
 * A part of the stack that is a process of its own: it can be killed, frozen, started again on the
 * same port and data, and ended in order.
 */
public abstract sealed class Part implements AutoCloseable
        permits PostgresProcess, KafkaProcess, ServiceProcess {
    private volatile ChildProcess process;

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
        begun.awaitReady(startPatience(), this::ready);
    }

    public final long pid() {
        return process.pid();
    }

    public final boolean alive() {
        return process.alive();
    }

    /** SIGKILL, as a crash would; returns when its children are gone too. */
    public final void kill() {
        process.kill();
    }

    /** STOP freezes, CONT thaws, or any other signal by its name. */
    public final void signal(String signal) {
        process.signal(signal);
    }

    /** Starts again on the same port and data; stops first if it runs. */
    public final void restart() {
        stop();
        launch();
    }

    public final void stop() {
        process.stop(stopSignal(), Duration.ofSeconds(25));
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
