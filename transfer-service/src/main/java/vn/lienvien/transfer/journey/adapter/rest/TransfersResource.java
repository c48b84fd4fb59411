package vn.lienvien.transfer.journey.adapter.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.transfer.journey.application.TransferPages;
import vn.lienvien.transfer.journey.application.ViewingTransfers;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Requests: filed, listed, read. */
@Path("/api/v1/transfers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TransfersResource {

    private static final String URGENCIES = "U0|U1|U2|U3";
    private static final String STATES =
            "SEEKING|OFFERED|CONSULTING|WAITING|ACCEPTED|READY|IN_TRANSIT|ARRIVED|HANDED_OVER|ENDED";

    private final FilingDesk desk;
    private final ViewingTransfers viewing;
    private final Answers answers;
    private final Access access;

    TransfersResource(FilingDesk desk, ViewingTransfers viewing, Answers answers, Access access) {
        this.desk = desk;
        this.viewing = viewing;
        this.answers = answers;
        this.access = access;
    }

    @POST
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.COORDINATOR, Roles.SYSTEM})
    @Operation(summary = "File a request; unusual values want confirmWarnings")
    @APIResponseSchema(value = TransferView.class, responseCode = "201")
    public Response file(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid TransferRequest request) {
        return desk.file(key, request);
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.NURSE, Roles.TEAM, Roles.COORDINATOR})
    @Operation(summary = "The transfers that the reader's organisations have a part in")
    public PageView list(
            @QueryParam("state") @Pattern(regexp = STATES) String state,
            @QueryParam("urgency") @Pattern(regexp = URGENCIES) String urgency,
            @QueryParam("origin") @Pattern(regexp = "[a-z0-9-]{1,64}") String origin,
            @Parameter(description = "As people say it on the phone, in upper or lower case")
                    @QueryParam("caseCode")
                    @Pattern(regexp = "[0-9A-Za-z]{6}")
                    String caseCode,
            @Parameter(description = "Neither handed over nor ended; without it, all")
                    @QueryParam("live")
                    @Pattern(regexp = "true|false")
                    String live,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        var page =
                viewing.list(
                        new TransferPages.Filter(
                                seenBy(access.current()),
                                state,
                                urgency,
                                origin,
                                caseCode == null ? null : caseCode.toUpperCase(Locale.ROOT),
                                live == null ? null : Boolean.valueOf(live),
                                Cursor.read(cursor),
                                limit));
        var sight = access.sight();
        return new PageView(
                page.stream().map(each -> Views.inList(each, sight)).toList(),
                page.size() < limit ? null : Cursor.after(page.getLast().about().id().value()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.NURSE, Roles.TEAM, Roles.COORDINATOR})
    @Operation(summary = "One transfer, without identity; the ETag is the clinical version")
    @APIResponseSchema(TransferView.class)
    public Response read(@PathParam("id") UUID id) {
        access.seeing(id);
        return answers.with(Response.ok(), id);
    }

    @GET
    @Path("/{id}/timeline")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.NURSE, Roles.TEAM, Roles.COORDINATOR})
    @Operation(
            summary = "Every change, and the stage times",
            description =
                    "A hospital that is only asked sees its own lines, and where the patient stands.")
    public TimelineView timeline(@PathParam("id") UUID id) {
        access.seeing(id);
        var lines = viewing.timeline(new TransferId(id));
        var transfer = answers.shown(id).transfer();
        return TimelineView.of(transfer, lines, access.sight());
    }

    /** A coordinator sees all. */
    private static Set<Organisation> seenBy(Actor actor) {
        return actor.has(Roles.COORDINATOR)
                ? Set.of()
                : actor.organisations().stream()
                        .map(Requests::organisation)
                        .collect(Collectors.toSet());
    }
}
