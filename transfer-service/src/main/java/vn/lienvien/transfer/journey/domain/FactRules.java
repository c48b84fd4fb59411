package vn.lienvien.transfer.journey.domain;

import java.time.Duration;
import java.time.Instant;
import vn.lienvien.transfer.journey.domain.Outcome.Recorded;

/** What each fact does in each state: it moves the journey to what happened. */
final class FactRules {

    /** A phone may run this much ahead before what it says is called wrong. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    /** A clock that shows an older time has begun anew, as in 1970. */
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

    private FactRules() {}

    static Recorded record(Transfer transfer, Fact fact, Instant occurredAt, Instant now) {
        var at = counted(occurredAt, now);
        var recorded =
                switch (fact) {
                    case Fact.OfTeam ofTeam -> TeamRules.record(transfer, ofTeam, at);
                    case Fact.OfPatient ofPatient ->
                            transfer.chronicle().knowsLaterThan(at)
                                    ? LateFacts.record(transfer, ofPatient, at)
                                    : PatientFacts.record(transfer, ofPatient, at);
                    case Fact.Reading(var says) -> reading(transfer, says, at);
                    case Fact.OutcomeKnown(PatientOutcome outcome) ->
                            outcome(transfer, outcome, at);
                };
        if (ahead(occurredAt, now)) {
            return recorded.flagged(Contradiction.CLOCK_AHEAD);
        }
        return wasReset(occurredAt) ? recorded.flagged(Contradiction.OUT_OF_ORDER) : recorded;
    }

    /** What no right clock says is ordered by when it was recorded. */
    static Instant counted(Instant said, Instant now) {
        return said.isAfter(now) || wasReset(said) ? now : said;
    }

    private static boolean wasReset(Instant said) {
        return said.isBefore(OLDEST);
    }

    static boolean ahead(Instant said, Instant now) {
        return said.isAfter(now.plus(CLOCK_TOLERANCE));
    }

    /** Once nobody is on the way any more, a circuit that stands still alarms nobody. */
    private static Recorded reading(Transfer transfer, Fact.Reading.Says says, Instant at) {
        Recorded kept =
                diedBefore(transfer, at)
                        ? transfer.asBefore().flagged(Contradiction.LIVE_AFTER_DEATH)
                        : transfer.asBefore();
        return switch (says) {
            case USUAL -> kept;
            case UNUSUAL -> kept.flagged(Contradiction.UNUSUAL_READING);
            case CIRCUIT_STOPPED ->
                    kept.flagged(
                            transfer.state().live()
                                    ? Contradiction.CIRCUIT_STOPPED
                                    : Contradiction.UNUSUAL_READING);
        };
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
                || (transfer.state()
                                instanceof JourneyState.Ended(EndKind kind, Place _, Organisation _)
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
