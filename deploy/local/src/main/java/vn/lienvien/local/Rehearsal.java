package vn.lienvien.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One read of each list: authentication, access, JSON and the database driver are all in it. An
 * answer that goes on, as the live stream's, is left after a moment.
 */
final class Rehearsal {

    private static final System.Logger LOG = System.getLogger("start-up archives");
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private Rehearsal() {}

    static void of(URI service, List<String> paths, String token) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            paths.forEach(path -> read(http, service.resolve(path), token));
            http.shutdownNow();
        }
    }

    private static void read(HttpClient http, URI address, String token) {
        HttpRequest question =
                HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
        try {
            http.sendAsync(question, HttpResponse.BodyHandlers.discarding())
                    .get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "no whole answer from {0}: {1}", address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
