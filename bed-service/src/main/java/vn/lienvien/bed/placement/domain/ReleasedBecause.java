package vn.lienvien.bed.placement.domain;

/** What overtook an offer. */
public enum ReleasedBecause {
    ENDED,
    ASKED_ANEW,
    ANOTHER_CONFIRMED,
    DIVERTED,
    ARRIVED_ELSEWHERE,
    /** The patient came before anybody confirmed; the bed is occupied, not free. */
    ARRIVED_UNCONFIRMED,
    UNIT_CLOSED,
    BY_COORDINATOR,
    WITHDRAWN
}
