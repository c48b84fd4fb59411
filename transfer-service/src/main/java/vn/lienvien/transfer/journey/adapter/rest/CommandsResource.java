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
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.EndKind;
import vn.lienvien.transfer.journey.domain.Fact;
import vn.lienvien.transfer.journey.domain.Person;
import vn.lienvien.transfer.journey.domain.Routing;
import vn.lienvien.transfer.text.Moment;

/** What people decide about a transfer. */
@Path("/api/v1/transfers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CommandsResource {

    private static final String KEY = "Idempotency-Key";

    private final CommandDesk desk;
    private final Access access;
    private final DatabaseClock clock;
    private final Problems problems;

    CommandsResource(CommandDesk desk, Access access, DatabaseClock clock, Problems problems) {
        this.desk = desk;
        this.access = access;
        this.clock = clock;
        this.problems = problems;
    }

    @POST
    @Path("/urgency")
    @Operation(
            summary = "Raise or lower the urgency; it counts at once for clocks, team and alerts")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.COORDINATOR})
    @APIResponseSchema(TransferView.class)
    public Response changeUrgency(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.ChangeUrgency body) {
        var acting = access.acting(id, Right.OWN_REQUEST);
        var by = new Person(acting.actor().user());
        var command =
                new Command.ChangeUrgency(
                        body.urgency(), by, acting.role().equals(Roles.COORDINATOR));
        return desk.decide(
                new CommandDesk.Asked(id, key, body, "transfer.urgency-changed", acting),
                command,
                Map.of("urgency", body.urgency().name()));
    }

    @POST
    @Path("/urgency-endorsement")
    @Operation(summary = "A second doctor or a coordinator stands behind U0 or U1")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.COORDINATOR})
    @APIResponseSchema(TransferView.class)
    public Response endorse(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.EndorseUrgency body) {
        var acting = access.acting(id, Right.ENDORSE);
        return desk.decide(
                new CommandDesk.Asked(id, key, body, "transfer.urgency-endorsed", acting),
                new Command.EndorseUrgency(new Person(acting.actor().user())),
                Map.of());
    }

    @POST
    @Path("/routing")
    @Operation(summary = "Agree, ask one hospital, or search, from now on")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.COORDINATOR})
    @APIResponseSchema(TransferView.class)
    public Response changeRouting(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.ChangeRouting body) {
        var acting = access.acting(id, Right.OWN_REQUEST);
        var command =
                new Command.ChangeRouting(
                        body.routing(),
                        checked(body).named(),
                        body.routing() == Routing.SEARCH ? null : Requests.unit(body.namedUnit()));
        return decideWhere(
                new CommandDesk.Asked(id, key, body, "transfer.routing-changed", acting),
                command,
                body);
    }

    @POST
    @Path("/needs")
    @Operation(summary = "What the patient needs has changed; asks for a place anew")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.COORDINATOR})
    @APIResponseSchema(TransferView.class)
    public Response changeNeeds(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.ChangeNeeds body) {
        var acting = access.acting(id, Right.OWN_REQUEST);
        return desk.decide(
                new CommandDesk.Asked(id, key, body, "transfer.needs-changed", acting),
                new Command.ChangeNeeds(body.change()),
                Map.of());
    }

    @POST
    @Path("/team-requests")
    @Operation(summary = "Ask a team to go to the patient")
    @RolesAllowed({Roles.REFERRER, Roles.DOCTOR, Roles.COORDINATOR})
    @APIResponseSchema(TransferView.class)
    public Response requestTeam(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.RequestTeam body) {
        var acting = access.acting(id, Right.OWN_REQUEST);
        return desk.decide(
                new CommandDesk.Asked(id, key, body, "team.requested", acting),
                new Command.RequestTeam(Requests.organisation(body.organisation())),
                Map.of("organisation", body.organisation().value()));
    }

    @POST
    @Path("/team-answers")
    @Operation(summary = "The team that was asked goes, or cannot")
    @RolesAllowed(Roles.TEAM)
    @APIResponseSchema(TransferView.class)
    public Response answerForTeam(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.AnswerTeam body) {
        var acting = access.answeringForTeam(id);
        return desk.decide(
                new CommandDesk.Asked(id, key, body, "team.answered", acting),
                new Command.AnswerTeam(acting.organisation(), body.goes()),
                Map.of("goes", body.goes()));
    }

    @POST
    @Path("/readiness")
    @Operation(
            summary =
                    "The departure gate has passed; with overrideReason: it has not, and the patient goes")
    @RolesAllowed({Roles.TEAM, Roles.DOCTOR, Roles.REFERRER, Roles.COORDINATOR})
    @APIResponseSchema(TransferView.class)
    public Response declareReady(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.DeclareReady body) {
        var acting = access.acting(id, Right.LET_GO);
        return desk.decide(
                new CommandDesk.Asked(id, key, body, "transfer.ready", acting),
                new Command.DeclareReady(body.overridden()),
                Map.of("overridden", body.overridden()));
    }

    @POST
    @Path("/diversion")
    @Operation(summary = "Seek another destination while on the road")
    @RolesAllowed({Roles.TEAM, Roles.DOCTOR, Roles.REFERRER, Roles.COORDINATOR})
    @APIResponseSchema(TransferView.class)
    public Response divert(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.Divert body) {
        var acting = access.acting(id, Right.DIVERT);
        return decideWhere(
                new CommandDesk.Asked(id, key, body, "transfer.diversion-sought", acting),
                new Command.Divert(body.routing(), checked(body).named()),
                body);
    }

    /** Some ends are decided; the others have happened and cannot be refused. */
    @POST
    @Path("/end")
    @Operation(summary = "End the transfer before a handover: decided, or because it happened")
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.SYSTEM
    })
    @APIResponseSchema(TransferView.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid Bodies.End body) {
        Map<String, Object> values = Map.of("kind", body.kind().name());
        if (!body.kind().decided()) {
            return desk.record(
                    new CommandDesk.Asked(
                            id,
                            key,
                            body,
                            "transfer.ended",
                            access.reporting(id, body.occurredAt())),
                    body.kind() == EndKind.DIED
                            ? new Fact.Died()
                            : new Fact.WentOtherwise(body.kind()),
                    values);
        }
        var acting = access.acting(id, Right.OWN_REQUEST);
        if (!Moment.Check.possible(body.occurredAt())) {
            throw problems.invalid(List.of(new Finding("occurredAt", "out-of-range")));
        }
        return desk.decide(
                new CommandDesk.Asked(id, key, body, "transfer.ended", acting),
                new Command.End(body.kind()),
                values);
    }

    private Bodies.Towards checked(Bodies.Towards body) {
        var refused = body.findings(clock.now());
        if (!refused.isEmpty()) {
            throw problems.invalid(refused);
        }
        return body;
    }

    private Response decideWhere(CommandDesk.Asked asked, Command command, Bodies.Towards body) {
        var values = new HashMap<String, Object>();
        values.put("routing", body.routing().name());
        if (body.routing() != Routing.SEARCH) {
            values.put("organisation", body.named().code());
        }
        if (body.agreement() == null || body.routing() != Routing.AGREED) {
            return desk.decide(asked, command, values);
        }
        var agreement = body.agreement().agreement();
        values.put("agreement", agreement);
        return desk.agree(asked, command, agreement, values);
    }
}
