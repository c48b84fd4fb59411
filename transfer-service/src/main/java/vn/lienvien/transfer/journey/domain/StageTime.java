package vn.lienvien.transfer.journey.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long one stage took.
 *
 * @param fault it ends before it begins: shown, never hidden
 */
public record StageTime(Milestone from, Milestone to, Duration took, boolean fault) {

    private static final Milestone[][] STAGES = {
        {Milestone.REQUESTED, Milestone.SEEN},
        {Milestone.REQUESTED, Milestone.ACCEPTED},
        {Milestone.TEAM_ASKED, Milestone.TEAM_LEFT},
        {Milestone.TEAM_LEFT, Milestone.TEAM_AT_BEDSIDE},
        {Milestone.TEAM_AT_BEDSIDE, Milestone.CANNULATED},
        {Milestone.ACCEPTED, Milestone.READY},
        {Milestone.READY, Milestone.DEPARTED},
        {Milestone.ACCEPTED, Milestone.DEPARTED},
        {Milestone.DEPARTED, Milestone.ARRIVED},
        {Milestone.ARRIVED, Milestone.HANDED_OVER},
        {Milestone.REQUESTED, Milestone.HANDED_OVER}
    };

    /** The stages whose both ends are known. */
    public static List<StageTime> of(Map<Milestone, Instant> milestones) {
        return Stream.of(STAGES)
                .filter(stage -> milestones.containsKey(stage[0]))
                .filter(stage -> milestones.containsKey(stage[1]))
                .map(stage -> between(stage[0], stage[1], milestones))
                .toList();
    }

    private static StageTime between(
            Milestone from, Milestone to, Map<Milestone, Instant> milestones) {
        var took = Duration.between(milestones.get(from), milestones.get(to));
        return new StageTime(from, to, took, took.isNegative());
    }
}
