package vn.lienvien.bed.placement.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.RefusalProblems;
import vn.lienvien.bed.placement.adapter.rest.Commands.Command;
import vn.lienvien.bed.placement.application.AcceptingPlans;
import vn.lienvien.bed.placement.application.Planning;
import vn.lienvien.bed.placement.application.Plans.Kept;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Plan.Planned;
import vn.lienvien.bed.placement.domain.PlanId;
import vn.lienvien.bed.placement.domain.Refusal;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/** A plan for all who wait together; people accept it, whole or in part. */
@Path("/api/v1/placements/plans")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "steps of a coordinator")
@Blocking
public class PlanResource {

    private static final String OFFERED = "offered";
    private static final String STALE = RefusalProblems.code(Refusal.PLAN_STALE);

    private final Planning planning;
    private final AcceptingPlans accepting;
    private final PlacementAccess access;
    private final Commands commands;

    PlanResource(
            Planning planning,
            AcceptingPlans accepting,
            PlacementAccess access,
            Commands commands) {
        this.planning = planning;
        this.accepting = accepting;
        this.access = access;
        this.commands = commands;
    }

    record Acceptance(
            @Size(min = 1, max = 1000) @Schema(description = "these of the plan, or")
                    List<@NotNull UUID> transferIds,
            @Schema(description = "true: the whole plan") Boolean all,
            @NotBlank @Size(max = 500) @Schema(examples = "surge; agreed with both leaders")
                    String reason) {

        private boolean whole() {
            return Boolean.TRUE.equals(all);
        }
    }

    record AcceptanceView(
            UUID planId,
            @Schema(description = "how many units are asked now") long offered,
            @Schema(description = "in rank order") List<AnswerView> answers) {}

    record AnswerView(
            UUID transferId,
            String unit,
            @Schema(description = "offered, or the code of the refusal", examples = "slot-taken")
                    String outcome) {}

    @POST
    @Authenticated
    @Operation(
            summary = "Proposes a unit for everybody who waits, seen together",
            description = "Nothing is held and nobody is asked until it is accepted.")
    public PlanView plan() {
        access.plan();
        return PlanView.of(planning.plan());
    }

    @POST
    @Path("/{planId}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            summary = "Makes the planned offers, as if each were made by hand",
            description =
                    "Each for itself: what has changed since the plan is refused, the others are made.")
    public AcceptanceView accept(
            @PathParam("planId") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid Acceptance body) {
        access.plan();
        var plan = planning.find(new PlanId(id)).orElseThrow(() -> Problem.notFound().exception());
        var chosen = chosen(plan, body);
        boolean stale = planning.isStale(plan);
        var answers = chosen.stream().map(it -> offer(id, stale, it, key, body)).toList();
        if (!answers.isEmpty() && answers.stream().allMatch(it -> it.outcome().equals(STALE))) {
            throw RefusalProblems.of(Refusal.PLAN_STALE).exception();
        }
        return new AcceptanceView(
                id, answers.stream().filter(it -> it.outcome().equals(OFFERED)).count(), answers);
    }

    /**
     * Too old is refused inside, so that a repeat gets the answer it had while the plan was new.
     */
    private AnswerView offer(UUID id, boolean stale, Planned it, String key, Acceptance body) {
        var transfer = it.transfer().value();
        var unit = it.ward().unit().value();
        var done =
                commands.once(
                        transfer,
                        key == null ? null : key + "/" + transfer,
                        body,
                        new Command(
                                "plan-accepted",
                                Map.of(
                                        "plan",
                                        id.toString(),
                                        "unit",
                                        unit,
                                        "reason",
                                        body.reason()),
                                () ->
                                        stale
                                                ? Outcome.refused(Refusal.PLAN_STALE)
                                                : accepting.offer(it)));
        return new AnswerView(transfer, unit, done.isRefused() ? done.refusal() : OFFERED);
    }

    private static List<Planned> chosen(Kept plan, Acceptance body) {
        if (body.whole() == (body.transferIds() != null)) {
            throw invalid("one-of", "names transfers, or all is true, not both");
        }
        if (body.whole()) {
            return plan.planned();
        }
        var chosen =
                plan.planned().stream()
                        .filter(it -> body.transferIds().contains(it.transfer().value()))
                        .toList();
        if (chosen.size() < body.transferIds().size()) {
            throw invalid("in-plan", "names each transfer once, and those with a unit in the plan");
        }
        return chosen;
    }

    private static RuntimeException invalid(String code, String message) {
        return Problem.invalid(List.of(new Violation("transferIds", code, message))).exception();
    }
}
