package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The live stream as one person's screen reads it: ids and sequences, in the order they came. */
public final class LiveStream implements AutoCloseable {

    /**
     * @param type without the prefix and the version, e.g. {@code placement.slot-held}
     * @param atNanos when it was read, by {@link System#nanoTime()}
     */
    public record Seen(String type, String subject, long sequence, String id, long atNanos) {}

    private final InputStream body;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final List<Consumer<Seen>> listeners = new CopyOnWriteArrayList<>();

    LiveStream(HttpClient http, HttpRequest request) {
        body = open(http, request);
        Thread.ofVirtual().name("live-stream").start(this::read);
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Hears everything from now on, on the reading thread. */
    public void onEach(Consumer<Seen> listener) {
        listeners.add(listener);
    }

    public Seen await(String type, UUID subject, Duration atMost) {
        return Patience.until(atMost, type + " of " + subject, () -> find(type, subject));
    }

    private Optional<Seen> find(String type, UUID subject) {
        return seen.stream()
                .filter(e -> e.type().equals(type) && e.subject().equals(subject.toString()))
                .findFirst();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(HttpClient http, HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new Unanswered("the live stream answered " + response.statusCode(), null);
            }
            return response.body();
        } catch (IOException e) {
            throw new Unanswered("no live stream", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening the stream", e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String event = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    take(event, line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            listeners.clear(); // closed by us, or the server went: the caller sees nothing new
        }
    }

    private void take(String event, String data) throws IOException {
        JsonNode node = Json.read(data.getBytes(StandardCharsets.UTF_8));
        var one =
                new Seen(
                        event,
                        node.path("subject").asText(),
                        node.path("sequence").asLong(),
                        node.path("id").asText(),
                        System.nanoTime());
        seen.add(one);
        listeners.forEach(listener -> listener.accept(one));
    }
}
