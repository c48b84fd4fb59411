package vn.lienvien.transfer.journey.domain;

import java.time.Duration;
import java.time.Instant;
import vn.lienvien.transfer.journey.domain.Outcome.Recorded;

/** What each fact does in each state: it moves the journey to what happened. */
final class FactRules {

    /** A phone may run this much ahead before what it says is called wrong. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private FactRules() {}

    static Recorded record(Transfer transfer, Fact fact, Instant occurredAt, Instant now) {
        var at = occurredAt.isAfter(now) ? now : occurredAt;
        var recorded =
                switch (fact) {
                    case Fact.OfTeam ofTeam -> TeamRules.record(transfer, ofTeam, at);
                    case Fact.OfPatient ofPatient ->
                            transfer.chronicle().knowsLaterThan(at)
                                    ? LateFacts.record(transfer, ofPatient, at)
                                    : PatientFacts.record(transfer, ofPatient, at);
                    case Fact.Reading _ -> reading(transfer, at);
                    case Fact.OutcomeKnown(PatientOutcome outcome) ->
                            outcome(transfer, outcome, at);
                };
        return ahead(occurredAt, now) ? recorded.flagged(Contradiction.CLOCK_AHEAD) : recorded;
    }

    static boolean ahead(Instant said, Instant now) {
        return said.isAfter(now.plus(CLOCK_TOLERANCE));
    }

    private static Recorded reading(Transfer transfer, Instant at) {
        return diedBefore(transfer, at)
                ? transfer.asBefore().flagged(Contradiction.LIVE_AFTER_DEATH)
                : transfer.asBefore();
    }

    static Recorded outcome(Transfer transfer, PatientOutcome outcome, Instant at) {
        if (transfer.state().live() && outcome == PatientOutcome.DIED) {
            return record(transfer, new Fact.Died(), at, at);
        }
        boolean died = outcome == PatientOutcome.DIED;
        if (isDead(transfer)) {
            return died || isBeforeDeath(transfer, at)
                    ? transfer.asBefore()
                    : transfer.asBefore().flagged(Contradiction.LIVE_AFTER_DEATH);
        }
        if (transfer.chronicle().outcome() == outcome) {
            return transfer.asBefore();
        }
        if (transfer.chronicle().knowsOutcomeLaterThan(at)) {
            return died
                    ? transfer.asBefore().flagged(Contradiction.LIVE_AFTER_DEATH)
                    : transfer.asBefore();
        }
        var known =
                transfer.with(transfer.chronicle().ending(outcome, at))
                        .telling(new JourneyEvent.OutcomeRecorded(outcome, at));
        return transfer.state().live() ? known.flagged(Contradiction.OUT_OF_ORDER) : known;
    }

    static boolean isDead(Transfer transfer) {
        return transfer.chronicle().outcome() == PatientOutcome.DIED
                || (transfer.state() instanceof JourneyState.Ended(EndKind kind, Place _)
                        && kind == EndKind.DIED);
    }

    private static boolean diedBefore(Transfer transfer, Instant at) {
        var death = deathOf(transfer);
        return death != null && death.isBefore(at);
    }

    private static boolean isBeforeDeath(Transfer transfer, Instant at) {
        var death = deathOf(transfer);
        return death != null && at.isBefore(death);
    }

    /** Null while the patient lives, and where the time is not known. */
    private static Instant deathOf(Transfer transfer) {
        if (!isDead(transfer)) {
            return null;
        }
        var chronicle = transfer.chronicle();
        return chronicle.outcome() == PatientOutcome.DIED
                ? chronicle.outcomeAt()
                : chronicle.milestones().get(Milestone.ENDED);
    }
}
