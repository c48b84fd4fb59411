package vn.lienvien.transfer.journey.domain;

/** Why a unit was asked. */
public enum OfferKind {
    AGREED,
    ASK,
    SEARCH,
    TEAM;

    /** A hospital that people named may learn who the patient is while it consults. */
    boolean named() {
        return this == AGREED || this == ASK;
    }
}
