package vn.lienvien.events;

import java.time.Instant;
import java.util.UUID;

/** What a unit can take, said by bed-service. */
public sealed interface CapacityEvent extends ContractEvent {

    /** Null for what concerns a province, or everywhere. */
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
        /** Never written so far: a unit that lets offers lapse is out for that attempt only. */
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

    /**
     * A case may reach the unit, and its numbers are no longer fresh: are they still true?
     *
     * @param reportedAt of the numbers that are asked about; null when there are none
     */
    @EventType("capacity.still-true-asked")
    record StillTrueAskedV1(UnitRef unit, Instant reportedAt, Instant askedAt)
            implements CapacityEvent {}

    /**
     * More patients come than usual: units report every hour, and older numbers count for less.
     *
     * @param province null when it is declared everywhere
     */
    @EventType("capacity.surge-declared")
    record SurgeDeclaredV1(
            UUID surgeId, ProvinceCode province, OrganisationCode declaredBy, Instant declaredAt)
            implements CapacityEvent {
        @Override
        public UnitRef unit() {
            return null;
        }

        @Override
        public String key() {
            return surgeId.toString();
        }
    }

    /**
     * A surge is over: one report a shift is enough again.
     *
     * @param province null when it was declared everywhere
     */
    @EventType("capacity.surge-ended")
    record SurgeEndedV1(
            UUID surgeId, ProvinceCode province, OrganisationCode endedBy, Instant endedAt)
            implements CapacityEvent {
        @Override
        public UnitRef unit() {
            return null;
        }

        @Override
        public String key() {
            return surgeId.toString();
        }
    }
}
