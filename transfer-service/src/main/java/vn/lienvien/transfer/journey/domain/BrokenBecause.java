package vn.lienvien.transfer.journey.domain;

/** Why somebody with no right to a transfer could not wait for one. */
public enum BrokenBecause {
    PATIENT_AT_OUR_DOOR,
    DETERIORATION_ON_THE_ROAD,
    RECEIVING_TEAM_UNREACHABLE,
    /** Two doctors agreed, and it is not entered yet. */
    AGREED_NOT_ENTERED
}
