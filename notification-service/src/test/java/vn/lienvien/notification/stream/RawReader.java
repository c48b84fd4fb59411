package vn.lienvien.notification.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A screen on a bare socket, which reads when it is told to and not before. */
final class RawReader implements AutoCloseable {

    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":([0-9]+)");

    private final Socket socket = new Socket();
    private final BufferedReader lines;
    private final List<Long> heard = new CopyOnWriteArrayList<>();
    private volatile boolean resync;

    /**
     * Comes back when the stream is live.
     *
     * @param buffer bytes that may wait unread at this end
     */
    RawReader(URI url, String token, int buffer) throws IOException {
        socket.setReceiveBufferSize(buffer);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.getOutputStream()
                .write(
                        """
                        GET /api/v1/stream HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        \r
                        """
                                .formatted(token)
                                .getBytes(US_ASCII));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 512);
        while (!read().startsWith("id: ")) {
            // headers and a welcome come first
        }
    }

    /** From now on it reads as quickly as it can. */
    RawReader readsOn() {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (true) {
                                    take(read());
                                }
                            } catch (IOException e) {
                                // the test is over
                            }
                        });
        return this;
    }

    /** Reads as far as the word to read anew. */
    void readsUntilResync() throws IOException {
        while (!resync) {
            take(read());
        }
    }

    /** Sequences, in the order they came. */
    List<Long> heard() {
        return heard;
    }

    boolean resync() {
        return resync;
    }

    private void take(String line) {
        var sequence = SEQUENCE.matcher(line);
        if (sequence.find()) {
            heard.add(Long.valueOf(sequence.group(1)));
        } else if (line.equals("event: resync")) {
            resync = true;
        }
    }

    private String read() throws IOException {
        var line = lines.readLine();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
