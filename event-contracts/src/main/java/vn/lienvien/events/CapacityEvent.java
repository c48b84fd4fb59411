package vn.lienvien.events;

import java.time.Instant;
import java.util.UUID;

/** What a unit can take, said by bed-service. */
public sealed interface CapacityEvent extends ContractEvent {

    UnitRef unit();

    @Override
    default Topic topic() {
        return Topic.CAPACITY;
    }

    @Override
    default String key() {
        return unit().unit().value();
    }

    /** A unit may be offered cases automatically from now on. */
    @EventType("capacity.unit-activated")
    record UnitActivatedV1(UnitRef unit, int readyForOutside) implements CapacityEvent {}

    /** A unit is a directory entry only from now on. */
    @EventType("capacity.unit-deactivated")
    record UnitDeactivatedV1(UnitRef unit) implements CapacityEvent {}

    /**
     * What a unit says of itself; numbers have an age.
     *
     * @param operable beds that could be used
     * @param staffed of these, with staff now
     * @param occupied of these, by any patient
     * @param consoles free ECMO consoles; null when not reported
     * @param circuits circuits in stock; null when not reported
     * @param crrtMachines free machines; null when not reported
     * @param readyForOutside how many outside patients it would take now
     */
    @EventType("capacity.reported")
    record CapacityReportedV1(
            UnitRef unit,
            int operable,
            int staffed,
            int occupied,
            Integer consoles,
            Integer circuits,
            Integer crrtMachines,
            int readyForOutside,
            Instant reportedAt)
            implements CapacityEvent {}

    /** The numbers of a unit are in doubt: offered to nobody until it reports or is called. */
    @EventType("capacity.unit-doubted")
    record UnitDoubtedV1(UnitRef unit, DoubtReason reason) implements CapacityEvent {}

    /** Why a unit is doubted. */
    enum DoubtReason {
        CAPACITY_NOT_NOW,
        BELOW_HELD,
        SILENT
    }

    /** A report or a recorded call ended the doubt. */
    @EventType("capacity.unit-trusted")
    record UnitTrustedV1(UnitRef unit) implements CapacityEvent {}

    /** A slot changed for a reason of the unit's own. */
    @EventType("capacity.slot-state-changed")
    record SlotStateChangedV1(UnitRef unit, UUID slotId, SlotState state)
            implements CapacityEvent {}

    /** Live state of a slot. */
    enum SlotState {
        FREE,
        HELD,
        CONFIRMED,
        OCCUPIED,
        CLEANING,
        CLOSED
    }
}
