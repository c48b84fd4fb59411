package vn.lienvien.transfer.journey.adapter.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.problem.ProblemWriter;
import vn.lienvien.transfer.identity.Identity;
import vn.lienvien.transfer.journey.application.ReadingIdentity;
import vn.lienvien.transfer.journey.domain.TransferId;

/** The clinical picture, who the patient is, and the summary to read out. */
@Path("/api/v1/transfers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PatientResource {

    private final AmendmentDesk amendments;
    private final ReadingIdentity reading;
    private final Access access;
    private final Answers answers;
    private final Problems problems;

    PatientResource(
            AmendmentDesk amendments,
            ReadingIdentity reading,
            Access access,
            Answers answers,
            Problems problems) {
        this.amendments = amendments;
        this.reading = reading;
        this.access = access;
        this.answers = answers;
        this.problems = problems;
    }

    @PUT
    @Path("/clinical")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.COORDINATOR})
    @Operation(
            summary = "A new version of the clinical picture; If-Match names the one it replaces")
    @APIResponseSchema(TransferView.class)
    @APIResponse(
            responseCode = "412",
            description = "overtaken: somebody amended it since, or If-Match is no strong ETag",
            content = @Content(mediaType = ProblemWriter.TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "428",
            description = "if-match-required",
            content = @Content(mediaType = ProblemWriter.TYPE, schema = @Schema(ref = "Problem")))
    public Response amend(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid Bodies.AmendClinical body) {
        amendments.amend(id, key, ifMatch, body, access.acting(id, Right.OWN_REQUEST));
        return answers.with(Response.ok(), id);
    }

    @GET
    @Path("/identity")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.NURSE, Roles.TEAM, Roles.COORDINATOR})
    @Operation(summary = "Who the patient is; every read is audited")
    public Identity identity(@PathParam("id") UUID id) {
        var actor = access.seeing(id);
        return reading.read(
                        new TransferId(id),
                        actor.user(),
                        Requests.organisation(actor.organisation()))
                .orElseThrow(() -> problems.problem(403, "identity-not-open").exception());
    }

    @GET
    @Path("/summary")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.NURSE, Roles.TEAM, Roles.COORDINATOR})
    @Operation(summary = "The case without identity, to paste or read out")
    public String summary(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        access.seeing(id);
        return Summary.of(answers.shown(id), Language.of(headers, Language.VI));
    }
}
