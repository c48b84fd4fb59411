package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * What came back; status 0 means nobody knows whether it was done (no answer, or a broken one).
 *
 * @param failure why there was no answer, else null
 */
public record Answer(int status, JsonNode body, HttpHeaders headers, IOException failure) {

    private static final Set<Integer> AWAY = Set.of(0, 502, 503, 504);

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), parse(response), response.headers(), null);
    }

    static Answer none(IOException failure) {
        return new Answer(
                0,
                TextNode.valueOf(""),
                HttpHeaders.of(java.util.Map.of(), (_, _) -> true),
                failure);
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The problem's code, e.g. {@code hold-lapsed}; empty when it is none. */
    public String problem() {
        var type = body.path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    public JsonNode orThrow() {
        if (failure != null) {
            throw new Unanswered("no answer", failure);
        }
        if (!ok()) {
            throw new Refused(this);
        }
        return body;
    }

    /** Zero when it does not say. */
    Duration retryAfter() {
        return headers.firstValue("Retry-After")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    boolean worthRepeating() {
        return AWAY.contains(status) || (status == 409 && "request-in-progress".equals(problem()));
    }

    private static JsonNode parse(HttpResponse<byte[]> response) {
        try {
            return Json.read(response.body());
        } catch (IOException e) {
            return TextNode.valueOf(new String(response.body(), StandardCharsets.UTF_8));
        }
    }
}
