package vn.lienvien.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;

/** A problem as it goes over the wire. */
final class ProblemBody {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .findAndAddModules()
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    private ProblemBody() {}

    static Response answer(Problem problem, UriInfo uri) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + problem.code());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", uri.getRequestUri().getRawPath());
        body.put("code", problem.code());
        body.put("requestId", MDC.get("requestId"));
        if (!problem.violations().isEmpty()) {
            body.put("violations", problem.violations());
        }
        problem.extensions().forEach(body::putIfAbsent);
        Response.ResponseBuilder answer =
                Response.status(problem.status())
                        .type("application/problem+json")
                        .entity(text(body));
        Object retryAfter = problem.extensions().get(Problem.RETRY_AFTER);
        return retryAfter == null
                ? answer.build()
                : answer.header("Retry-After", retryAfter).build();
    }

    private static String text(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
