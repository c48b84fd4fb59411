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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.transfer.clinical.RoadReading;
import vn.lienvien.transfer.journey.domain.JourneyState;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Place;

/** What has happened, from anybody with a part in it. */
@Path("/api/v1/transfers/{id}/facts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FactsResource {

    private final CommandDesk desk;
    private final Access access;
    private final Answers answers;
    private final Problems problems;

    FactsResource(CommandDesk desk, Access access, Answers answers, Problems problems) {
        this.desk = desk;
        this.access = access;
        this.answers = answers;
        this.problems = problems;
    }

    @POST
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.SYSTEM
    })
    @Operation(summary = "Record a fact: never refused, flagged where it does not fit")
    @APIResponseSchema(TransferView.class)
    public Response record(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid FactRequest body) {
        var acting = access.reporting(id, body.occurredAt());
        if (!body.findings().isEmpty()) {
            throw problems.invalid(body.findings());
        }
        var read = read(id, body);
        var values = body.values();
        if (!read.unusual().isEmpty()) {
            values.putIfAbsent("unusual", read.unusual().stream().sorted().toList());
        }
        return desk.record(
                new CommandDesk.Asked(id, key, body, body.what(), acting),
                body.fact(meant(id, body, acting), read),
                values);
    }

    /** By the age and the circuit of this patient, as they are known. */
    private RoadReading read(UUID id, FactRequest body) {
        return body.reading() == null
                ? new RoadReading(Set.of(), false)
                : RoadReading.of(body.reading(), answers.shown(id).papers().clinical());
    }

    /**
     * Where, when the report names no place: where the patient is expected, or is already; for
     * whoever had to break a glass, the house that nobody expected.
     */
    private Organisation meant(UUID id, FactRequest body, Access.Acting acting) {
        return switch (body.type()) {
            case ARRIVED, HANDED_OVER ->
                    access.onlyThroughGlass(id, body.occurredAt())
                            ? acting.organisation()
                            : whereabouts(id, acting.organisation());
            case TEAM_TURNED_BACK -> expectedTeam(id, acting.organisation());
            case TEAM_LEFT, TEAM_AT_BEDSIDE, CANNULATED, TEAM_STAYING ->
                    acting.actor().has(Roles.TEAM)
                            ? acting.organisation()
                            : expectedTeam(id, acting.organisation());
            case DEPARTED, TURNED_BACK, EMERGENCY_STOP, DIED, READING, OUTCOME ->
                    acting.organisation();
        };
    }

    /** A team reports of itself; everybody else of the one that was to come. */
    private Organisation expectedTeam(UUID id, Organisation reporting) {
        var team = answers.shown(id).transfer().team();
        return team.asked().contains(reporting) || team.organisation() == null
                ? reporting
                : team.organisation();
    }

    private Organisation whereabouts(UUID id, Organisation otherwise) {
        var state = answers.shown(id).transfer().state();
        boolean there =
                state instanceof JourneyState.Arrived || state instanceof JourneyState.HandedOver;
        return (there ? state.whereabouts() : state.confirmed().map(Place::organisation))
                .orElse(otherwise);
    }
}
