package vn.lienvien.bed.placement.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lienvien.bed.placement.domain.PlanTask.Option;
import vn.lienvien.bed.placement.domain.Ranked.Why;

/**
 * Where everybody who waits could go, seen together. A proposal: nothing is held for it and nobody
 * is asked until a coordinator accepts it.
 *
 * @param greedy what the allocator's order, one after the other, would have come to
 */
public record Plan(
        PlanId id,
        Instant madeAt,
        List<Assigned> assigned,
        List<Unassigned> unassigned,
        Total total,
        Total greedy) {

    public Plan {
        assigned = List.copyOf(assigned);
        unassigned = List.copyOf(unassigned);
    }

    /**
     * @param position in the waiting list as planned, from 1
     * @param oneByOne where the allocator's order would have sent it; null when nowhere
     */
    public record Assigned(CaseRef of, int position, Option option, Ward oneByOne) {

        public Planned planned() {
            return new Planned(of.transfer(), of.attempt(), option.unit().ward());
        }
    }

    /**
     * @param blocked what speaks against how many units
     */
    public record Unassigned(CaseRef of, int position, Because because, Map<Why, Integer> blocked) {

        public Unassigned {
            blocked = Map.copyOf(blocked);
        }
    }

    /** Why somebody stays without. */
    public enum Because {
        /** A red alert goes with its team; nothing is planned for it. */
        RED_ALERT,
        NO_SUITABLE_UNIT,
        HIGHER_RANKS_FILL_IT
    }

    /** What is kept of an assignment until it is accepted. */
    public record Planned(TransferId transfer, int attempt, Ward ward) {}

    /**
     * @param cost what the plan minimises: weighted minutes of all the ranking counts, with the
     *     load
     */
    public record Total(int assigned, long travelMinutes, long weightedMinutes, long cost) {

        public static Total of(PlanTask task, Map<TransferId, Option> chosen) {
            return new Total(
                    chosen.size(),
                    chosen.values().stream().mapToLong(it -> it.unit().travelMinutes()).sum(),
                    chosen.values().stream().mapToLong(Option::weightedTravel).sum(),
                    task.worth(chosen.values()).cost());
        }
    }
}
