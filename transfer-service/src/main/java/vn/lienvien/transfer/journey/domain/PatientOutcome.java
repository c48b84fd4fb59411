package vn.lienvien.transfer.journey.domain;

/** How it went after the journey. */
public enum PatientOutcome {
    WEANED,
    DECANNULATED,
    DISCHARGED_ALIVE,
    TRANSFERRED_ON,
    DIED
}
