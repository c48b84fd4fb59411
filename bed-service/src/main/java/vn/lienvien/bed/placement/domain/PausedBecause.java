package vn.lienvien.bed.placement.domain;

/** Why the machine stands still and a person must decide. */
public enum PausedBecause {
    OPENED_THEN_LAPSED,
    ASKED_UNIT_LAPSED,
    ASKED_UNIT_NOT_NOW,
    BY_COORDINATOR,
    /** The agreed or named hospital has no such unit in the register. */
    UNIT_MISSING
}
