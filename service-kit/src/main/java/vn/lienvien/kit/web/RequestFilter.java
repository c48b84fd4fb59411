package vn.lienvien.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.once.Key;
import vn.lienvien.kit.outbox.Trace;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.ProblemWriter;

/**
 * Before anything else sees a request: its X-Request-Id, taken over or made, which is in the
 * answer, in every log line and in every problem; the trace it belongs to; and an end to what is
 * too large, or holds what no table can.
 */
@ApplicationScoped
class RequestFilter {

    static final String REQUEST_ID = "requestId";

    private static final String HEADER = "X-Request-Id";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BEFORE_ALL_OTHERS = 1000;

    private final Ids ids;
    private final ProblemWriter writer;
    private final long largest;

    RequestFilter(
            Ids ids,
            ProblemWriter writer,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.ids = ids;
        this.writer = writer;
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::prepare, BEFORE_ALL_OTHERS);
    }

    private void prepare(RoutingContext request) {
        String given = request.request().getHeader(HEADER);
        String id = given != null && SHAPE.matcher(given).matches() ? given : ids.next().toString();
        MDC.put(REQUEST_ID, id);
        Trace.join(request.request().getHeader(Trace.TRACEPARENT));
        request.response().putHeader(HEADER, id);
        if (writer.endsTooLarge(request, largest)) {
            return;
        }
        if (request.request().uri().contains("%00")) {
            writer.end(request, Problem.of(400));
        } else if (!Key.isAbsentOrWellFormed(request.request().getHeader(Key.HEADER))) {
            writer.end(request, Key.malformed());
        } else {
            request.next();
        }
    }
}
