package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import java.util.UUID;

/** What transfer-service tells the others. */
public sealed interface JourneyEvent {

    record Requested(Instant at) implements JourneyEvent {}

    record PlacementSought(SoughtBecause because) implements JourneyEvent {}

    record UrgencyChanged(boolean endorsed) implements JourneyEvent {}

    record ClinicalAmended(long version) implements JourneyEvent {}

    record TeamRequested(Organisation organisation) implements JourneyEvent {}

    record TeamAnswered(Organisation organisation, boolean goes) implements JourneyEvent {}

    record TeamMoved(Organisation organisation, TeamState to, Instant at) implements JourneyEvent {}

    record BecameReady(boolean overridden) implements JourneyEvent {}

    record PatientDeparted(boolean gatePassed, boolean accepted, Instant at)
            implements JourneyEvent {}

    record PatientTurnedBack(boolean keepsPlace, Instant at) implements JourneyEvent {}

    record PatientStopped(Organisation organisation, Instant at) implements JourneyEvent {}

    record PatientArrived(Organisation organisation, Unit unit, Instant at)
            implements JourneyEvent {}

    record PatientHandedOver(Organisation organisation, Instant at) implements JourneyEvent {}

    record OutcomeRecorded(PatientOutcome outcome, Instant at) implements JourneyEvent {}

    record TransferEnded(EndKind kind, Instant at) implements JourneyEvent {}

    record CircuitStopped() implements JourneyEvent {}

    record GlassBroken(
            UUID opening,
            Organisation organisation,
            BrokenBecause because,
            Instant at,
            Instant until)
            implements JourneyEvent {}

    /** Asked afterwards, by whoever must. */
    record GlassJudged(UUID opening, Organisation organisation, boolean justified)
            implements JourneyEvent {}

    record FactContradicted(Contradiction contradiction) implements JourneyEvent {}
}
