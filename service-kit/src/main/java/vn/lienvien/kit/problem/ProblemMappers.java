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

    @ServerExceptionMapper
    Response ours(ProblemException e, UriInfo uri) {
        return ProblemBody.answer(e.problem(), uri);
    }

    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException e, UriInfo uri) {
        return ProblemBody.answer(Problem.invalid(Violations.of(e)), uri);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return ProblemBody.answer(Violations.problem(e), uri);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, UriInfo uri) {
        return ProblemBody.answer(Violations.problem(e), uri);
    }

    @ServerExceptionMapper
    Response unknownPath(NotFoundException e, UriInfo uri) {
        return ProblemBody.answer(Problem.notFound(), uri);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, uri);
        }
        Response given = e.getResponse();
        if (given.getStatus() >= 500) {
            return any(e, uri);
        }
        Response answer = ProblemBody.answer(HttpProblems.of(given.getStatus()), uri);
        return given.getHeaderString("Allow") == null
                ? answer
                : Response.fromResponse(answer)
                        .header("Allow", given.getHeaderString("Allow"))
                        .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknownPerson(SecurityException e, UriInfo uri) {
        return Response.fromResponse(ProblemBody.answer(HttpProblems.of(401), uri))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return ProblemBody.answer(HttpProblems.of(403), uri);
    }

    @ServerExceptionMapper
    Response any(Throwable e, UriInfo uri) {
        if (Faults.passing(e)) {
            LOG.warnf("not available: %s", e.getMessage());
            return ProblemBody.answer(Problem.unavailable(), uri);
        }
        LOG.error("unforeseen", e);
        return ProblemBody.answer(HttpProblems.of(500), uri);
    }
}
