package vn.lienvien.transfer.journey.domain;

/** How a transfer ends other than by handover. */
public enum EndKind {
    CANCELLED,
    STOOD_DOWN_IMPROVED,
    STOOD_DOWN_TOO_UNSTABLE,
    STOOD_DOWN_TREATMENT_LIMITS,
    FAMILY_DECLINED,
    DIED,
    TREATED_IN_PLACE,
    TAKEN_BY_ANOTHER,
    TAKEN_HOME;

    /** Somebody decides these, so they can be refused; the others have happened, so they cannot. */
    public boolean decided() {
        return switch (this) {
            case CANCELLED,
                    STOOD_DOWN_IMPROVED,
                    STOOD_DOWN_TOO_UNSTABLE,
                    STOOD_DOWN_TREATMENT_LIMITS,
                    FAMILY_DECLINED ->
                    true;
            case DIED, TREATED_IN_PLACE, TAKEN_BY_ANOTHER, TAKEN_HOME -> false;
        };
    }
}
