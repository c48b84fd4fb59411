package vn.lienvien.bed.placement.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.placement.adapter.rest.Commands.Command;
import vn.lienvien.bed.placement.adapter.rest.Requests.Confirmation;
import vn.lienvien.bed.placement.adapter.rest.Requests.NotNowAnswer;
import vn.lienvien.bed.placement.adapter.rest.Requests.Plain;
import vn.lienvien.bed.placement.adapter.rest.Requests.Reasoned;
import vn.lienvien.bed.placement.adapter.rest.Requests.Withdrawal;
import vn.lienvien.bed.placement.application.Answering;
import vn.lienvien.bed.placement.domain.Happened.NotNow;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.access.Roles;

/** What an intensive care unit answers: agreed, not now, or let us consult. */
@Path("/api/v1/placements/{transferId}/offers/{offerId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "answers of a unit")
@RunOnVirtualThread
public class AnswerResource {

    private static final String KEY = "Idempotency-Key";

    private final Answering answering;
    private final PlacementAccess access;
    private final Commands commands;

    AnswerResource(Answering answering, PlacementAccess access, Commands commands) {
        this.answering = answering;
        this.access = access;
        this.commands = commands;
    }

    @POST
    @Path("/opened")
    @Authenticated
    @Operation(summary = "Somebody at the unit looks at the case: the milestone seen")
    public PlacementView opened(
            @PathParam("transferId") UUID transfer,
            @PathParam("offerId") UUID offer,
            @HeaderParam(KEY) String key,
            @RequestBody(required = false) Plain body) {
        access.answer(transfer, offer, Roles.DOCTOR, Roles.NURSE);
        var occurredAt = body == null ? null : body.occurredAt();
        access.notAhead(occurredAt);
        return run(
                transfer,
                offer,
                key,
                body,
                "offer-opened",
                Map.of(),
                () -> answering.opened(new TransferId(transfer), new OfferId(offer), occurredAt));
    }

    @POST
    @Path("/confirmation")
    @Authenticated
    @Operation(
            summary = "A doctor accepts the patient",
            description =
                    "Yes, as agreed, is one tap: where no slot was held a free one is taken, else an extra one opened.")
    public PlacementView confirm(
            @PathParam("transferId") UUID transfer,
            @PathParam("offerId") UUID offer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Confirmation body) {
        access.answer(transfer, offer, Roles.DOCTOR);
        access.notAhead(body.occurredAt());
        return run(
                transfer,
                offer,
                key,
                body,
                "slot-confirmed",
                Map.of("acceptedBy", body.acceptedBy()),
                () ->
                        answering.confirm(
                                new TransferId(transfer),
                                new OfferId(offer),
                                body.acceptedBy(),
                                body.occurredAt()));
    }

    @POST
    @Path("/not-now")
    @Authenticated
    @Operation(summary = "The unit cannot take the patient now")
    public PlacementView notNow(
            @PathParam("transferId") UUID transfer,
            @PathParam("offerId") UUID offer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid NotNowAnswer body) {
        access.answer(transfer, offer, Roles.DOCTOR);
        access.notAhead(body.occurredAt());
        return run(
                transfer,
                offer,
                key,
                body,
                "offer-not-now",
                Map.of("reason", body.reason().name()),
                () ->
                        answering.notNow(
                                new TransferId(transfer),
                                new OfferId(offer),
                                answer(body),
                                body.occurredAt()));
    }

    @POST
    @Path("/consulting")
    @Authenticated
    @Operation(summary = "Let us consult, or call me: the clock of the offer stands still")
    public PlacementView consulting(
            @PathParam("transferId") UUID transfer,
            @PathParam("offerId") UUID offer,
            @HeaderParam(KEY) String key,
            @RequestBody(required = false) Plain body) {
        access.answer(transfer, offer, Roles.DOCTOR);
        var occurredAt = body == null ? null : body.occurredAt();
        access.notAhead(occurredAt);
        return run(
                transfer,
                offer,
                key,
                body,
                "offer-consulting",
                Map.of(),
                () ->
                        answering.consulting(
                                new TransferId(transfer), new OfferId(offer), occurredAt));
    }

    @POST
    @Path("/renewal")
    @Authenticated
    @Operation(summary = "The clock of the offer runs anew, for a reason")
    public PlacementView renew(
            @PathParam("transferId") UUID transfer,
            @PathParam("offerId") UUID offer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Reasoned body) {
        access.answer(transfer, offer, Roles.DOCTOR, Roles.COORDINATOR);
        access.notAhead(body.occurredAt());
        return run(
                transfer,
                offer,
                key,
                body,
                "offer-renewed",
                Map.of("reason", body.reason()),
                () ->
                        answering.renew(
                                new TransferId(transfer), new OfferId(offer), body.occurredAt()));
    }

    @POST
    @Path("/withdrawal")
    @Authenticated
    @Operation(summary = "The unit takes back a confirmed place: an alarm, and a new search")
    public PlacementView withdraw(
            @PathParam("transferId") UUID transfer,
            @PathParam("offerId") UUID offer,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Withdrawal body) {
        access.answer(transfer, offer, Roles.DOCTOR);
        access.notAhead(body.occurredAt());
        return run(
                transfer,
                offer,
                key,
                body,
                "slot-withdrawn",
                Map.of("reason", body.reason().name()),
                () ->
                        answering.withdraw(
                                new TransferId(transfer),
                                new OfferId(offer),
                                body.reason(),
                                body.occurredAt()));
    }

    private PlacementView run(
            UUID transfer,
            UUID offer,
            String key,
            Object body,
            String action,
            Map<String, String> codes,
            Supplier<Outcome<Placement>> deciding) {
        var audited = new HashMap<>(codes);
        audited.put("offer", offer.toString());
        return commands.run(transfer, key, body, new Command(action, audited, deciding));
    }

    private static NotNow answer(NotNowAnswer body) {
        var instead = body.askInstead() == null ? List.<String>of() : body.askInstead();
        return new NotNow(
                body.reason(),
                instead.stream().map(OrganisationId::new).toList(),
                Boolean.TRUE.equals(body.readyToConsult()));
    }
}
