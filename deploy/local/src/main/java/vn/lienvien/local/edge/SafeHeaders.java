package vn.lienvien.local.edge;

import io.vertx.core.MultiMap;
import java.util.Map;

/** What every answer carries, unless the service has said it more strictly itself. */
final class SafeHeaders {
    static final String REQUEST_ID = "X-Request-Id";

    static final String CONTENT_POLICY = "Content-Security-Policy";

    private static final Map<String, String> HEADERS =
            Map.of(
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "no-referrer",
                    CONTENT_POLICY,
                    contentPolicy("'self'"),
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "geolocation=(), camera=(), microphone=()");

    private SafeHeaders() {}

    static String contentPolicy(String styles) {
        return "default-src 'none'; script-src 'self'; connect-src 'self'; style-src "
                + styles
                + "; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none';"
                + " form-action 'self'";
    }

    static void addTo(MultiMap answer, String requestId) {
        HEADERS.forEach((name, value) -> addIfMissing(answer, name, value));
        addIfMissing(answer, REQUEST_ID, requestId);
    }

    private static void addIfMissing(MultiMap answer, String name, String value) {
        if (!answer.contains(name)) {
            answer.set(name, value);
        }
    }
}
