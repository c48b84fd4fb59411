package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import java.util.List;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Unchanged;

/**
 * One patient's way from the hospital that can no longer treat to the unit that can. The journey,
 * the team's track and the search for a place each have their own state; a command may be refused,
 * a fact never is, and news of the placement is followed unless it is stale.
 *
 * @param attempt raised here alone, each time bed-service is asked anew; from 1
 */
public record Transfer(
        About about,
        Search search,
        Priority priority,
        int attempt,
        JourneyState state,
        Team team,
        Automation automation,
        Chronicle chronicle,
        long clinicalVersion) {

    /** A hospital asks for a patient to be taken. */
    public static Changed requested(About about, Search search, Priority priority, Instant at) {
        var fresh =
                new Transfer(
                        about,
                        search,
                        priority,
                        1,
                        new JourneyState.Seeking(),
                        Team.NONE,
                        Automation.RUNNING,
                        Chronicle.from(at),
                        1);
        return new Changed(fresh, List.of(new JourneyEvent.Requested(at)), List.of());
    }

    /** A decision cannot be dated ahead of the database's clock; it can be entered late. */
    public Outcome.Decided decide(Command command, Instant decidedAt, Instant now) {
        if (FactRules.ahead(decidedAt, now)) {
            return new Outcome.Refused(Refusal.DATED_AHEAD);
        }
        return CommandRules.decide(this, command, decidedAt.isAfter(now) ? now : decidedAt);
    }

    public Outcome.Recorded record(Fact fact, Instant occurredAt, Instant now) {
        return FactRules.record(this, fact, occurredAt, now);
    }

    /**
     * Nothing of the journey moves; it is live, and whoever knows the patient anyway breaks
     * nothing.
     *
     * @param standing the same person has it open already
     */
    public Outcome.Decided breakGlass(JourneyEvent.GlassBroken broken, boolean standing) {
        if (standing) {
            return asBefore();
        }
        if (!state.live()) {
            return new Outcome.Refused(
                    state instanceof JourneyState.HandedOver
                            ? Refusal.ALREADY_HANDED_OVER
                            : Refusal.TRANSFER_ENDED);
        }
        return Parties.mayKnowIdentity(this, broken.organisation())
                ? new Outcome.Refused(Refusal.IDENTITY_OPEN)
                : telling(broken);
    }

    /**
     * In whatever state; nobody judges themselves.
     *
     * @param own whoever broke the glass says so
     * @param said it was the last word of this organisation already
     */
    public Outcome.Decided judgeGlass(JourneyEvent.GlassJudged judged, boolean own, boolean said) {
        if (own) {
            return new Outcome.Refused(Refusal.OWN_OPENING);
        }
        return said ? asBefore() : telling(judged);
    }

    /** When something counts as having happened, whatever the clock of who says so. */
    public static Instant counted(Instant said, Instant now) {
        return FactRules.counted(said, now);
    }

    /**
     * @param ofAttempt the attempt that bed-service was serving when it said so
     */
    public Outcome.Followed follow(PlacementNews news, int ofAttempt, Instant at) {
        return PlacementRules.follow(this, news, ofAttempt, at);
    }

    Transfer in(JourneyState next) {
        return new Transfer(
                about,
                search,
                priority,
                attempt,
                next,
                team,
                automation,
                chronicle,
                clinicalVersion);
    }

    Transfer reached(Milestone milestone, Instant at) {
        return with(chronicle.reached(milestone, at));
    }

    Transfer with(Chronicle other) {
        return new Transfer(
                about, search, priority, attempt, state, team, automation, other, clinicalVersion);
    }

    Transfer with(Team other) {
        return new Transfer(
                about,
                search,
                priority,
                attempt,
                state,
                other,
                automation,
                chronicle,
                clinicalVersion);
    }

    Transfer with(Priority other) {
        return new Transfer(
                about, search, other, attempt, state, team, automation, chronicle, clinicalVersion);
    }

    Transfer with(Automation other) {
        return new Transfer(
                about, search, priority, attempt, state, team, other, chronicle, clinicalVersion);
    }

    Transfer with(Search other) {
        return new Transfer(
                about,
                other,
                priority,
                attempt,
                state,
                team,
                automation,
                chronicle,
                clinicalVersion);
    }

    Transfer amended() {
        return new Transfer(
                about,
                search,
                priority,
                attempt,
                state,
                team,
                automation,
                chronicle,
                clinicalVersion + 1);
    }

    /** Asks bed-service anew: what was asked before is void. */
    Transfer askingAnew(Search other, JourneyState next) {
        return new Transfer(
                about,
                other,
                priority,
                attempt + 1,
                next,
                team,
                Automation.RUNNING,
                chronicle,
                clinicalVersion);
    }

    Changed telling(JourneyEvent... events) {
        return new Changed(this, List.of(events), List.of());
    }

    Unchanged asBefore() {
        return new Unchanged(this, List.of());
    }
}
