package vn.lienvien.transfer.journey.domain;

/** Whether bed-service moves on by itself, or why it stopped for a person to decide. */
public enum Automation {
    RUNNING,
    OPENED_THEN_LAPSED,
    ASKED_UNIT_LAPSED,
    ASKED_UNIT_NOT_NOW,
    BY_COORDINATOR,
    UNIT_MISSING
}
