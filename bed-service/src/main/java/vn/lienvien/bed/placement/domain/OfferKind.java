package vn.lienvien.bed.placement.domain;

/** Why a unit was asked. */
public enum OfferKind {
    AGREED,
    ASK,
    SEARCH,
    TEAM;

    /** What people agreed has no lapse, nor has the bed a team brings its own patient to. */
    public boolean lapses() {
        return this == ASK || this == SEARCH;
    }

    /** Only what the machine proposed itself may be replaced by the machine. */
    boolean movesOnByItself() {
        return this == SEARCH || this == TEAM;
    }
}
