package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One running system, seen from outside through its edge: where the people of a story come from.
 */
public final class LienVien {

    /** It waits 30 s for a service: whoever gives up before never learns what became of it. */
    private static final Duration EDGE_ANSWERS_WITHIN = Duration.ofSeconds(35);

    private final URI api;
    private final URI issuer;
    private final HttpClient http;
    private final Duration patience;
    private final Map<String, String> tokens;

    private LienVien(
            URI api, URI issuer, HttpClient http, Duration patience, Map<String, String> tokens) {
        this.api = api;
        this.issuer = issuer;
        this.http = http;
        this.patience = patience;
        this.tokens = tokens;
    }

    public static LienVien at(URI edge) {
        return at(edge, edge);
    }

    /** One replica, past the edge, which is asked for tokens only. */
    public static LienVien at(URI replica, URI edge) {
        var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        return new LienVien(replica, edge, http, Duration.ZERO, new ConcurrentHashMap<>());
    }

    /**
     * The same system for people who press again when no answer came, with the same idempotency
     * key, as the console does.
     */
    public LienVien patient(Duration patience) {
        return new LienVien(api, issuer, http, patience, tokens);
    }

    public Hospital hospital(String code) {
        return new Hospital(this, code);
    }

    /** A demo person; the embedded issuer knows every role at every organisation. */
    public Person person(String role, String organisation) {
        return new Person(this, role, organisation, null);
    }

    Answer send(Person by, Call call) {
        var between = new Patience();
        var asked = System.nanoTime();
        while (true) {
            var answer = tryOnce(by, call);
            if (!answer.worthRepeating() || System.nanoTime() - asked > patience.toNanos()) {
                return answer;
            }
            between.pause(answer.retryAfter());
        }
    }

    LiveStream follow(Person by) {
        return new LiveStream(http, authorised(by, "/api/v1/stream").build());
    }

    private Answer tryOnce(Person by, Call call) {
        try {
            var request = authorised(by, call.path()).timeout(EDGE_ANSWERS_WITHIN);
            call.headers().forEach(request::header);
            request.method(call.method(), call.publisher());
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return Answer.of(response);
        } catch (IOException e) {
            return Answer.none(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private HttpRequest.Builder authorised(Person by, String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token(by.name()));
    }

    private String token(String person) {
        return tokens.computeIfAbsent(person, this::issue);
    }

    private String issue(String person) {
        var request =
                HttpRequest.newBuilder(issuer.resolve("/local-issuer/token?person=" + person))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            JsonNode issued =
                    Answer.of(http.send(request, HttpResponse.BodyHandlers.ofByteArray()))
                            .orThrow();
            return issued.path("access_token").asText();
        } catch (IOException e) {
            throw new Unanswered("no token for " + person + " from " + issuer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signing in", e);
        }
    }
}
