package vn.lienvien.transfer.journey.domain;

/** The track of the visiting team, legal from the first second and beside the journey. */
public enum TeamState {
    NONE,
    ASKED,
    ON_THE_WAY,
    AT_BEDSIDE,
    CANNULATED,
    STAYING,
    STOOD_DOWN
}
