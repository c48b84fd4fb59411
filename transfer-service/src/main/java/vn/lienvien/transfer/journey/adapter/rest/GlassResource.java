package vn.lienvien.transfer.journey.adapter.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.ProblemException;
import vn.lienvien.kit.problem.ProblemWriter;
import vn.lienvien.transfer.journey.application.BreakingGlass;
import vn.lienvien.transfer.journey.application.BreakingGlass.Broken;
import vn.lienvien.transfer.journey.application.BreakingGlass.Named;
import vn.lienvien.transfer.journey.application.ReviewingGlass;
import vn.lienvien.transfer.journey.domain.CaseCode;
import vn.lienvien.transfer.journey.domain.Refusal;
import vn.lienvien.transfer.journey.domain.TransferId;

/** The patient is here, and nobody has a right to know who it is. */
@Path("/api/v1/transfers/{id}/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GlassResource {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern CODE = Pattern.compile("[2-9A-HJKMNP-TV-Z]{6}");
    private static final String NOT_THERE = "not-found";
    private static final String TOO_MANY = "too-many-wrong-codes";

    private final BreakingGlass breaking;
    private final ReviewingGlass reviewing;
    private final Once once;
    private final Access access;
    private final Problems problems;

    GlassResource(
            BreakingGlass breaking,
            ReviewingGlass reviewing,
            Once once,
            Access access,
            Problems problems) {
        this.breaking = breaking;
        this.reviewing = reviewing;
        this.once = once;
        this.access = access;
        this.problems = problems;
    }

    @POST
    @RolesAllowed({Roles.DOCTOR, Roles.NURSE, Roles.TEAM})
    @Operation(
            summary = "Break the glass: read a case and who the patient is in an emergency",
            description =
                    "For the person who asks, for a time. The sender and the coordinator are told at"
                            + " once and ask afterwards whether it was right; every read is"
                            + " audited.")
    @APIResponseSchema(GlassView.class)
    @APIResponse(
            responseCode = "429",
            description = "Too many case codes were wrong; Retry-After says when to try again",
            content = @Content(mediaType = ProblemWriter.TYPE, schema = @Schema(ref = "Problem")))
    public GlassView breakGlass(
            @Parameter(description = "Of the transfer, or its case code in upper or lower case")
                    @PathParam("id")
                    String id,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid Bodies.BreakGlass body) {
        var named = named(id).orElseThrow(() -> Problem.notFound().exception());
        var said = access.breakingGlass().saying(body);
        var done =
                once.run(key, body, () -> done(breaking.breakGlass(named, said, body.because())));
        if (done.isRefused()) {
            throw done.refusal().equals(NOT_THERE)
                    ? Problem.notFound().exception()
                    : problems.refused(done.refusal(), done.status());
        }
        return GlassView.of(reviewing.find(UUID.fromString(done.resourceId())).orElseThrow());
    }

    /** What is neither was no try: nothing could be called so. */
    private static Optional<Named> named(String text) {
        if (ID.matcher(text).matches()) {
            return Optional.of(new Named.ById(new TransferId(UUID.fromString(text))));
        }
        var code = text.toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches()
                ? Optional.of(new Named.ByCode(new CaseCode(code)))
                : Optional.empty();
    }

    private Done done(Broken broken) {
        return switch (broken) {
            case Broken.Opened(var opening) -> Done.ok(opening);
            case Broken.NotThere _ -> new Done(404, null, null, NOT_THERE);
            case Broken.NotNeeded _ -> Done.refused(Problems.code(Refusal.IDENTITY_OPEN));
            case Broken.TooManyMisses(var wait) -> throw tooMany(wait);
        };
    }

    /** Kept under no key: the same request may succeed later. */
    private ProblemException tooMany(Duration wait) {
        return problems.problem(429, TOO_MANY)
                .with(Problem.RETRY_AFTER, wait.toSeconds() + 1)
                .exception();
    }
}
