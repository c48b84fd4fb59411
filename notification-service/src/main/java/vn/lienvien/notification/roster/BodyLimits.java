package vn.lienvien.notification.roster;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import vn.lienvien.kit.problem.ProblemWriter;

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

    private final ProblemWriter writer;

    BodyLimits(ProblemWriter writer) {
        this.writer = writer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::narrow, BEHIND_THE_SERVERS);
    }

    private void narrow(RoutingContext request) {
        if (!WORKBOOKS.matcher(request.normalizedPath()).matches()) {
            if (writer.endsTooLarge(request, USUAL)) {
                return;
            }
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, USUAL);
        }
        request.next();
    }
}
