package vn.lienvien.notification.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A screen with an open stream. */
final class Listening implements AutoCloseable {

    /** One message of the stream. */
    record Heard(String id, String event, String data, long atNanos) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> response;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean over;

    private Listening(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    static Listening open(String url, String token, String lastEventId) {
        var request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/stream"))
                        .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new Listening(
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    /** All but the alerts, which follow from the others. */
    List<Heard> heard() {
        return heard.stream().filter(each -> !each.event().startsWith("alert.")).toList();
    }

    List<String> events() {
        return heard().stream().map(Heard::event).toList();
    }

    /**
     * What is said of who must know about this transfer; alerts of others may still be on the way.
     */
    List<String> alertsOf(UUID transfer) {
        return heard.stream()
                .filter(each -> each.data().contains(transfer.toString()))
                .map(Heard::event)
                .filter(each -> each.startsWith("alert."))
                .toList();
    }

    /** As a browser keeps it, also from messages that carry nothing else. */
    String lastId() {
        return lastId;
    }

    boolean over() {
        return over;
    }

    private void listen() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String event = null;
            String data = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && event != null) {
                    heard.add(new Heard(lastId, event, data, System.nanoTime()));
                    event = null;
                }
            }
        } catch (IOException e) {
            // the test closed it
        }
        over = true;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
