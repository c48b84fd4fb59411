package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Plan.Planned;
import vn.lienvien.bed.placement.domain.Ranking;
import vn.lienvien.bed.placement.domain.Refusal;
import vn.lienvien.bed.placement.domain.Seeker;

/**
 * Makes a planned offer as a coordinator makes one by hand, if all it was planned from still holds
 * under the allocator's lock: a plan is some minutes old, and nobody may be held a slot for by it
 * that the ranking would not give now.
 */
@ApplicationScoped
public class AcceptingPlans {

    private final SteppingIn steppingIn;
    private final WaitingList waiting;
    private final Seats seats;
    private final PlacementRules rules;
    private final Roads roads;

    AcceptingPlans(
            SteppingIn steppingIn,
            WaitingList waiting,
            Seats seats,
            PlacementRules rules,
            Roads roads) {
        this.steppingIn = steppingIn;
        this.waiting = waiting;
        this.seats = seats;
        this.rules = rules;
        this.roads = roads;
    }

    @Transactional
    public Outcome<Placement> offer(Planned planned) {
        return steppingIn.offer(
                planned.transfer(),
                List.of(planned.ward()),
                null,
                (placement, now) -> overtaken(placement, planned, now));
    }

    private Optional<Refusal> overtaken(Placement placement, Planned planned, Instant now) {
        if (!placement.stage().sought()) {
            return Optional.empty();
        }
        if (!placement.live().isEmpty()) {
            return Optional.of(Refusal.ALREADY_OFFERED);
        }
        if (placement.of().attempt() != planned.attempt()
                || !rules.holds().holds(placement.of().urgency())) {
            return Optional.of(Refusal.PLAN_OVERTAKEN);
        }
        if (seats.free(planned.ward().unit()).isEmpty()) {
            return Optional.of(Refusal.SLOT_TAKEN);
        }
        return suits(placement, planned, now)
                ? Optional.empty()
                : Optional.of(Refusal.PLAN_OVERTAKEN);
    }

    private boolean suits(Placement placement, Planned planned, Instant now) {
        var seeker = seeker(placement);
        var ranking = new Ranking(rules.ranking(), roads, now);
        return waiting.board(List.of(planned.ward().organisation())).all().stream()
                .filter(it -> it.ward().equals(planned.ward()))
                .anyMatch(it -> ranking.suits(seeker, it));
    }

    private Seeker seeker(Placement placement) {
        var origin = placement.of().origin();
        var needs = placement.search().needs();
        return waiting.seeker(origin, needs)
                .map(it -> it.excluding(placement.excluded()))
                .orElseGet(() -> new Seeker(origin, null, Set.of(), needs, placement.excluded()));
    }
}
