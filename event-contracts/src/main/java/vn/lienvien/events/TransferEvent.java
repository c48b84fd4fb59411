package vn.lienvien.events;

import java.time.Instant;
import java.util.UUID;

/** What happened to a transfer, said by transfer-service. */
public sealed interface TransferEvent extends ContractEvent {

    TransferRef transfer();

    @Override
    default Topic topic() {
        return Topic.TRANSFER;
    }

    @Override
    default String key() {
        return transfer().transferId().toString();
    }

    /** A hospital asks for a patient to be taken. */
    @EventType("transfer.requested")
    record TransferRequestedV1(TransferRef transfer, Search search, Instant requestedAt)
            implements TransferEvent {}

    /**
     * transfer-service asks bed-service anew, with a raised attempt; what was asked before is void.
     */
    @EventType("transfer.placement-sought")
    record PlacementSoughtV1(TransferRef transfer, Search search, SoughtBecause because)
            implements TransferEvent {}

    /** Why a place is sought anew. */
    enum SoughtBecause {
        WITHDRAWN,
        TURNED_BACK,
        ROUTING_CHANGED,
        NEEDS_CHANGED,
        DIVERSION
    }

    /** Urgency was raised, lowered or endorsed; the search itself goes on. */
    @EventType("transfer.urgency-changed")
    record UrgencyChangedV1(TransferRef transfer, boolean endorsed) implements TransferEvent {}

    /**
     * The clinical picture was amended; readers fetch it with their own right.
     *
     * @param accepted the unit that expects the patient and must know; null while none does
     */
    @EventType("transfer.clinical-amended")
    record ClinicalAmendedV1(TransferRef transfer, long version, UnitRef accepted)
            implements TransferEvent {}

    /** A team of this organisation is asked to go to the patient. */
    @EventType("transfer.team-requested")
    record TeamRequestedV1(TransferRef transfer, OrganisationCode organisation)
            implements TransferEvent {}

    /** The team that was asked goes, or cannot; either answer stops its clock. */
    @EventType("transfer.team-answered")
    record TeamAnsweredV1(TransferRef transfer, OrganisationCode organisation, boolean goes)
            implements TransferEvent {}

    /** Where the team stands. */
    @EventType("transfer.team-moved")
    record TeamMovedV1(
            TransferRef transfer,
            OrganisationCode organisation,
            TeamMilestone milestone,
            Instant occurredAt)
            implements TransferEvent {}

    /** Milestones of the team track. */
    enum TeamMilestone {
        ON_THE_WAY,
        AT_BEDSIDE,
        CANNULATED,
        STAYING,
        STOOD_DOWN
    }

    /** The departure gate passed, or was overridden with a reason. */
    @EventType("transfer.ready")
    record TransferReadyV1(TransferRef transfer, boolean overridden) implements TransferEvent {}

    /**
     * The patient is on the road.
     *
     * @param gatePassed false raises an alarm: left before the checklist passed
     * @param accepted false when no unit had confirmed: a place is sought while the patient travels
     * @param destination the unit that expects the patient; null when none has confirmed
     */
    @EventType("transfer.departed")
    record PatientDepartedV1(
            TransferRef transfer,
            boolean gatePassed,
            boolean accepted,
            UnitRef destination,
            Instant occurredAt)
            implements TransferEvent {}

    /** The patient is going back to, or is again at, the sender. */
    @EventType("transfer.turned-back")
    record PatientTurnedBackV1(TransferRef transfer, boolean keepsPlace, Instant occurredAt)
            implements TransferEvent {}

    /** The patient was brought to the nearest hospital on the way. */
    @EventType("transfer.emergency-stop")
    record PatientStoppedV1(TransferRef transfer, OrganisationCode organisation, Instant occurredAt)
            implements TransferEvent {}

    /**
     * The patient reached a unit.
     *
     * @param unit null when the team named the hospital only
     */
    @EventType("transfer.arrived")
    record PatientArrivedV1(
            TransferRef transfer, OrganisationCode organisation, UnitCode unit, Instant occurredAt)
            implements TransferEvent {}

    /** The receiving unit has taken over. */
    @EventType("transfer.handed-over")
    record PatientHandedOverV1(
            TransferRef transfer, OrganisationCode organisation, Instant occurredAt)
            implements TransferEvent {}

    /** How it went after the handover. */
    @EventType("transfer.outcome-recorded")
    record OutcomeRecordedV1(TransferRef transfer, Outcome outcome, Instant occurredAt)
            implements TransferEvent {}

    /** Outcome after handover. */
    enum Outcome {
        WEANED,
        DECANNULATED,
        DISCHARGED_ALIVE,
        TRANSFERRED_ON,
        DIED
    }

    /**
     * The transfer is over without a handover; every hold for it ends, and every obligation but
     * those that only a person can close.
     */
    @EventType("transfer.ended")
    record TransferEndedV1(TransferRef transfer, EndKind kind, Instant occurredAt)
            implements TransferEvent {}

    /** How a transfer ends other than by handover. */
    enum EndKind {
        CANCELLED,
        STOOD_DOWN_IMPROVED,
        STOOD_DOWN_TOO_UNSTABLE,
        STOOD_DOWN_TREATMENT_LIMITS,
        DIED,
        TREATED_IN_PLACE,
        TAKEN_BY_ANOTHER,
        TAKEN_HOME,
        FAMILY_DECLINED
    }

    /**
     * A fact or a placement event does not fit what is recorded; both are kept and a person looks.
     */
    @EventType("transfer.fact-contradicted")
    record FactContradictedV1(TransferRef transfer, Contradiction contradiction)
            implements TransferEvent {}

    /**
     * A reading on the road says that the circuit does not support the patient: no flow, backflow,
     * or no gas where blood goes back into an artery. The numbers are fetched with one's own right.
     */
    @EventType("transfer.circuit-stopped")
    record CircuitStoppedV1(TransferRef transfer) implements TransferEvent {}

    /**
     * In an emergency somebody with no right to it opened the case and who the patient is, for a
     * time. It gives no part in the transfer, and people ask afterwards whether it was right.
     *
     * @param openingId by which it is looked up; who it was, and their own words, are not told here
     */
    @EventType("transfer.glass-broken")
    record GlassBrokenV1(
            TransferRef transfer,
            UUID openingId,
            OrganisationCode organisation,
            BrokenBecause because,
            Instant until)
            implements TransferEvent {}

    /** Why it could not wait for a right. */
    enum BrokenBecause {
        PATIENT_AT_OUR_DOOR,
        DETERIORATION_ON_THE_ROAD,
        RECEIVING_TEAM_UNREACHABLE,
        AGREED_NOT_ENTERED
    }

    /**
     * The sender or a coordinator has asked whether it was right that a glass was broken, and says
     * so.
     *
     * @param organisation that asked; another one that must ask has still to
     */
    @EventType("transfer.glass-judged")
    record GlassJudgedV1(
            TransferRef transfer, UUID openingId, OrganisationCode organisation, boolean justified)
            implements TransferEvent {}

    /** What does not fit. */
    enum Contradiction {
        LEFT_BEFORE_GATE,
        DEPARTED_BEFORE_ACCEPTED,
        ARRIVED_ELSEWHERE,
        ARRIVED_AFTER_END,
        CONFIRMED_AFTER_END,
        CONFIRMED_WHILE_ELSEWHERE,
        HANDED_OVER_BEFORE_ARRIVAL,
        OUT_OF_ORDER,
        CLOCK_AHEAD,
        LIVE_AFTER_DEATH,
        DEPARTED_AFTER_END,
        PLACEMENT_DISAGREES
    }
}
