package vn.lienvien.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to the search for a place, said by bed-service, which alone decides placement. */
public sealed interface PlacementEvent extends ContractEvent {

    TransferRef transfer();

    @Override
    default Topic topic() {
        return Topic.PLACEMENT;
    }

    @Override
    default String key() {
        return transfer().transferId().toString();
    }

    /**
     * A slot is held for the transfer until the unit answers.
     *
     * @param until null only for an agreed destination, which has no lapse
     */
    @EventType("placement.slot-held")
    record SlotHeldV1(TransferRef transfer, OfferRef offer, Instant heldAt, Instant until)
            implements PlacementEvent {}

    /**
     * A unit is asked and no slot is held: none is free, or it is a red alert. Confirming takes one
     * that is free by then, else opens an extra one.
     *
     * @param until null only for an agreed destination
     */
    @EventType("placement.offer-made")
    record OfferMadeV1(TransferRef transfer, OfferRef offer, Instant madeAt, Instant until)
            implements PlacementEvent {}

    /** Somebody at the unit has opened the case: the milestone seen. */
    @EventType("placement.offer-opened")
    record OfferOpenedV1(TransferRef transfer, OfferRef offer, Instant openedAt)
            implements PlacementEvent {}

    /**
     * The unit consults; its clock stands still for that time, and the remaining time runs on
     * after.
     *
     * @param heldAt when the clock was set to these times
     * @param resumesAt when the clock runs on; null in what older releases said
     * @param until when the offer lapses, both times counted; null where it has no clock
     */
    @EventType("placement.consulting-started")
    record ConsultingStartedV1(
            TransferRef transfer, OfferRef offer, Instant heldAt, Instant resumesAt, Instant until)
            implements PlacementEvent {}

    /** The clock of an offer runs anew. */
    @EventType("placement.offer-renewed")
    record OfferRenewedV1(TransferRef transfer, OfferRef offer, Instant heldAt, Instant until)
            implements PlacementEvent {}

    /**
     * A doctor of the unit accepts the patient.
     *
     * @param extraSlot a bed was opened beyond the reported ones
     * @param override an agreed case took what a higher rank waited for; audited
     */
    @EventType("placement.slot-confirmed")
    record SlotConfirmedV1(
            TransferRef transfer, OfferRef offer, boolean extraSlot, boolean override)
            implements PlacementEvent {}

    /** The unit cannot take the patient now. */
    @EventType("placement.offer-not-now")
    record OfferNotNowV1(
            TransferRef transfer,
            OfferRef offer,
            NotNowReason reason,
            List<OrganisationCode> askInstead,
            boolean readyToConsult)
            implements PlacementEvent {}

    /** Why a unit says not now. */
    enum NotNowReason {
        NO_STAFFED_BED,
        NO_CONSOLE,
        NO_CIRCUIT,
        NO_ISOLATION_ROOM,
        NO_CRRT,
        NEEDS_ADVICE_FIRST,
        TOO_UNSTABLE_TO_TRAVEL,
        EQUIPMENT_FAULT,
        OTHER
    }

    /** The time of an offer ran out; its slot is free again. */
    @EventType("placement.offer-lapsed")
    record OfferLapsedV1(TransferRef transfer, OfferRef offer, boolean opened)
            implements PlacementEvent {}

    /** An offer was overtaken, and its slot is free again. */
    @EventType("placement.offer-released")
    record OfferReleasedV1(TransferRef transfer, OfferRef offer, ReleasedBecause because)
            implements PlacementEvent {}

    /** What overtook an offer. */
    enum ReleasedBecause {
        ENDED,
        ASKED_ANEW,
        ANOTHER_CONFIRMED,
        DIVERTED,
        ARRIVED_ELSEWHERE,
        UNIT_CLOSED,
        BY_COORDINATOR
    }

    /** A unit takes back what it had confirmed: an alarm, and a new search at top rank. */
    @EventType("placement.slot-withdrawn")
    record SlotWithdrawnV1(TransferRef transfer, OfferRef offer, WithdrawnBecause because)
            implements PlacementEvent {}

    /** Why a confirmed slot was withdrawn. */
    enum WithdrawnBecause {
        NO_STAFF,
        EQUIPMENT_FAULT,
        BED_TAKEN,
        UNIT_CLOSED,
        TOO_UNSTABLE,
        OTHER
    }

    /** Nothing is held any more and the next unit is sought in the same attempt. */
    @EventType("placement.seeking-resumed")
    record SeekingResumedV1(TransferRef transfer) implements PlacementEvent {}

    /**
     * Nothing is free now: never a final no. A person is told, and every slot that opens is tried.
     *
     * @param position from 1, within the whole waiting list at that moment
     */
    @EventType("placement.waiting")
    record TransferWaitingV1(TransferRef transfer, int position) implements PlacementEvent {}

    /** The machine stops moving on by itself; a person must decide. */
    @EventType("placement.automation-paused")
    record AutomationPausedV1(TransferRef transfer, PausedBecause because)
            implements PlacementEvent {}

    /** Why automation paused. */
    enum PausedBecause {
        OPENED_THEN_LAPSED,
        ASKED_UNIT_LAPSED,
        ASKED_UNIT_NOT_NOW,
        BY_COORDINATOR
    }

    /** The n-th centre with a mobile team is asked to go at once. */
    @EventType("placement.team-asked")
    record TeamAskedV1(
            TransferRef transfer, OrganisationCode organisation, int number, Instant answerBy)
            implements PlacementEvent {}

    /** No centre with a mobile team is left to ask. */
    @EventType("placement.teams-exhausted")
    record TeamsExhaustedV1(TransferRef transfer, int asked) implements PlacementEvent {}

    /** The patient lies in the slot. */
    @EventType("placement.slot-occupied")
    record SlotOccupiedV1(TransferRef transfer, UnitRef unit, UUID slotId, boolean extraSlot)
            implements PlacementEvent {}

    /** An agreed or named hospital has no such unit in the register; a person must decide. */
    @EventType("placement.unit-missing")
    record UnitMissingV1(TransferRef transfer, OrganisationCode organisation)
            implements PlacementEvent {}
}
