package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * When things happened, as far as they are known.
 *
 * @param lastFact when the latest recorded fact about the patient happened; null before the first
 * @param lastTeamFact the same for the team
 * @param outcome null until it is known
 * @param outcomeAt when it came to that; null while unknown
 */
public record Chronicle(
        Map<Milestone, Instant> milestones,
        Instant lastFact,
        Instant lastTeamFact,
        PatientOutcome outcome,
        Instant outcomeAt) {

    public Chronicle {
        milestones = Map.copyOf(milestones);
    }

    static Chronicle from(Instant requestedAt) {
        return new Chronicle(Map.of(Milestone.REQUESTED, requestedAt), null, null, null, null);
    }

    Chronicle reached(Milestone milestone, Instant at) {
        return milestone.lastCounts() || !milestones.containsKey(milestone)
                ? with(milestone, at)
                : this;
    }

    /** A late entry fills what was missing and moves nothing. */
    Chronicle filled(Milestone milestone, Instant at) {
        return milestones.containsKey(milestone) ? this : with(milestone, at);
    }

    /** Whoever did it comes to nothing; the next one has a time of its own. */
    Chronicle undone(Milestone milestone) {
        var others = new EnumMap<Milestone, Instant>(Milestone.class);
        others.putAll(milestones);
        others.remove(milestone);
        return new Chronicle(others, lastFact, lastTeamFact, outcome, outcomeAt);
    }

    Chronicle patientSeenAt(Instant at) {
        return new Chronicle(milestones, at, lastTeamFact, outcome, outcomeAt);
    }

    Chronicle teamSeenAt(Instant at) {
        return new Chronicle(milestones, lastFact, at, outcome, outcomeAt);
    }

    Chronicle ending(PatientOutcome known, Instant at) {
        return new Chronicle(milestones, lastFact, lastTeamFact, known, at);
    }

    /** A fact about the patient that happened later is already recorded. */
    boolean knowsLaterThan(Instant at) {
        return lastFact != null && at.isBefore(lastFact);
    }

    boolean knowsTeamLaterThan(Instant at) {
        return lastTeamFact != null && at.isBefore(lastTeamFact);
    }

    /** An outcome of later is already recorded. */
    boolean knowsOutcomeLaterThan(Instant at) {
        return outcomeAt != null && at.isBefore(outcomeAt);
    }

    private Chronicle with(Milestone milestone, Instant at) {
        var all = new EnumMap<Milestone, Instant>(Milestone.class);
        all.putAll(milestones);
        all.put(milestone, at);
        return new Chronicle(all, lastFact, lastTeamFact, outcome, outcomeAt);
    }
}
