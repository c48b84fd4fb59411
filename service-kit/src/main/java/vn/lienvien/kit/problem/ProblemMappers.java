package vn.lienvien.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.lienvien.kit.sql.Faults;

/**
 * Every failure becomes a problem, whoever threw it, and none tells anything of the inside: no
 * class, no statement, no trace. What was not foreseen is logged here under the request's id.
 */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemWriter writer;

    ProblemMappers(ProblemWriter writer) {
        this.writer = writer;
    }

    /** Quarkus has mappers of its own for most of these, so each is named. */
    @ServerExceptionMapper({
        ProblemException.class,
        ResteasyReactiveViolationException.class,
        MismatchedInputException.class,
        JsonProcessingException.class,
        NotFoundException.class,
        WebApplicationException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class,
        Throwable.class
    })
    Response answer(Throwable e, UriInfo uri) {
        Problem problem = problem(e);
        return Response.status(problem.status())
                .type(ProblemWriter.TYPE)
                .header("Retry-After", problem.extensions().get(Problem.RETRY_AFTER))
                .header("WWW-Authenticate", problem.status() == 401 ? "Bearer" : null)
                .header("Allow", allowed(e))
                .entity(writer.text(problem, uri.getRequestUri().getRawPath()))
                .build();
    }

    private static Problem problem(Throwable e) {
        return switch (e) {
            case ProblemException ours -> ours.problem();
            case ResteasyReactiveViolationException invalid ->
                    Problem.invalid(Violations.of(invalid));
            case JsonProcessingException unreadable -> Violations.problem(unreadable);
            case WebApplicationException http
                    when http.getCause() instanceof JsonProcessingException unreadable ->
                    Violations.problem(unreadable);
            case WebApplicationException http when http.getResponse().getStatus() < 500 ->
                    Problem.of(http.getResponse().getStatus());
            case UnauthorizedException _, AuthenticationFailedException _ -> Problem.of(401);
            case ForbiddenException _ -> Problem.of(403);
            case Throwable _ when Faults.passing(e) -> {
                LOG.warnf("not available: %s", e.getMessage());
                yield Problem.of(503);
            }
            default -> {
                LOG.error("unforeseen", e);
                yield Problem.of(500);
            }
        };
    }

    private static String allowed(Throwable e) {
        return e instanceof WebApplicationException http
                ? http.getResponse().getHeaderString("Allow")
                : null;
    }
}
