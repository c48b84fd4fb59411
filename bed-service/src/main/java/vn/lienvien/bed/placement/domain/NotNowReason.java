package vn.lienvien.bed.placement.domain;

/** Why a unit cannot take the patient now. */
public enum NotNowReason {
    NO_STAFFED_BED,
    NO_CONSOLE,
    NO_CIRCUIT,
    NO_ISOLATION_ROOM,
    NO_CRRT,
    NEEDS_ADVICE_FIRST,
    TOO_UNSTABLE_TO_TRAVEL,
    EQUIPMENT_FAULT,
    OTHER;

    /** The unit's reported numbers cannot be true for the next patient either. */
    public boolean doubtsCapacity() {
        return switch (this) {
            case NO_STAFFED_BED, NO_CONSOLE, NO_CIRCUIT, EQUIPMENT_FAULT -> true;
            case NO_ISOLATION_ROOM, NO_CRRT, NEEDS_ADVICE_FIRST, TOO_UNSTABLE_TO_TRAVEL, OTHER ->
                    false;
        };
    }
}
