package vn.lienvien.notification.roster;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/**
 * Keeps the bodies of everything but a workbook as small as in the other services: the server's own
 * limit is one for all paths, and a workbook needs more.
 */
@ApplicationScoped
class BodyLimits {

    private static final long USUAL = 256L * 1024;
    private static final Pattern WORKBOOKS = Pattern.compile("/api/v1/rosters/[^/]+/previews");

    /** Just behind the server's own limit, which it narrows. */
    private static final int BEHIND_THE_SERVERS = 1;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::narrow, BEHIND_THE_SERVERS);
    }

    private static void narrow(RoutingContext request) {
        if (!WORKBOOKS.matcher(request.normalizedPath()).matches()) {
            if (length(request) > USUAL) {
                request.response().putHeader("Connection", "close").setStatusCode(413).end();
                return;
            }
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, USUAL);
        }
        request.next();
    }

    /** A length that is no number was refused by the server already. */
    private static long length(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
