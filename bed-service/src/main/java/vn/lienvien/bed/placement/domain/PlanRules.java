package vn.lienvien.bed.placement.domain;

import java.util.Map;

/**
 * What a plan weighs beside the ranking's own weights; proposed for this project.
 *
 * @param weight how often a minute counts, by the class the transfer queues in
 * @param wish minutes a unit counts as farther away that somebody with wishes did not wish for
 * @param unsure minutes it counts as farther away whose duty roster is not known; twice as many
 *     when it must be called first
 */
public record PlanRules(Map<Urgency, Integer> weight, int wish, int unsure) {

    public static final PlanRules PROPOSED =
            new PlanRules(Map.of(Urgency.U1, 4, Urgency.U2, 2, Urgency.U3, 1), 60, 60);

    public PlanRules {
        weight = Map.copyOf(weight);
    }

    int weight(QueueRank rank) {
        return weight.getOrDefault(rank.queuesAs(), 1);
    }
}
