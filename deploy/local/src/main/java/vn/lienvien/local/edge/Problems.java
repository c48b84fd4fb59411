package vn.lienvien.local.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** The edge's own refusals, in the shape the services use (RFC 9457), never a proxy's raw error. */
enum Problems {
    MALFORMED_PATH(400, "Malformed path", "This path cannot be routed."),
    UNKNOWN_PERSON(400, "Unknown person", "Give person=role@organisation."),
    MISDIRECTED(421, "Misdirected", "This server answers to localhost and its own port only."),
    NOT_FOUND(404, "Not found", "There is nothing at this address."),
    SERVICE_AWAY(
            503,
            "Service away",
            "The service is starting or away. Nothing was lost; try again in a moment.");

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;
    private final String detail;

    Problems(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    Buffer body(String path, String requestId) {
        return body(path, requestId, detail);
    }

    void answer(HttpServerResponse response, String path, String requestId, String why) {
        response.setStatusCode(status)
                .putHeader("Content-Type", MEDIA_TYPE)
                .end(body(path, requestId, why));
    }

    void answer(HttpServerResponse response, String path, String requestId) {
        answer(response, path, requestId, detail);
    }

    private Buffer body(String path, String requestId, String why) {
        String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new JsonObject()
                .put("type", "/problems/" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", why)
                .put("instance", path)
                .put("code", code)
                .put("requestId", requestId)
                .toBuffer();
    }
}
