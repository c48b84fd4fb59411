package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;

/** What is asked of the system; a repeat is the same call with the same key. */
record Call(String method, String path, JsonNode body, Map<String, String> headers) {

    static Call get(String path) {
        return new Call("GET", path, null, Map.of());
    }

    static Call post(String path, JsonNode body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    static Call post(String path, JsonNode body, String idempotencyKey) {
        return new Call(
                "POST",
                path,
                body,
                Map.of("Content-Type", "application/json", "Idempotency-Key", idempotencyKey));
    }

    static Call put(String path, JsonNode body, Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "application/json");
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        return new Call("PUT", path, body, Map.copyOf(all));
    }

    BodyPublisher publisher() {
        return body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(Json.write(body));
    }
}
