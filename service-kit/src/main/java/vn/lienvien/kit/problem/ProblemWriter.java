package vn.lienvien.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;

/** A problem as it goes over the wire; also where a request ends before any resource is asked. */
@ApplicationScoped
public class ProblemWriter {

    public static final String TYPE = "application/problem+json";

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Whether a request ended here because its body is longer than {@code most} bytes. The body is
     * not read: no connection goes on behind it.
     */
    public boolean endsTooLarge(RoutingContext request, long most) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean ends = length != null && Long.parseLong(length) > most;
        if (ends) {
            request.response().putHeader("Connection", "close");
            end(request, Problem.of(413));
        }
        return ends;
    }

    public void end(RoutingContext request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", TYPE)
                .end(text(problem, request.request().path()));
    }

    String text(Problem problem, String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + problem.code());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", instance);
        body.put("code", problem.code());
        body.put("requestId", MDC.get("requestId"));
        problem.extensions().forEach(body::putIfAbsent);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
