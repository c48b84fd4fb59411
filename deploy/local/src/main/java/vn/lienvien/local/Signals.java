package vn.lienvien.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java's own process handles do not know. */
final class Signals {
    private Signals() {}

    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
