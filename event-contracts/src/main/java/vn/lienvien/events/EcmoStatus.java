package vn.lienvien.events;

/** Where the circuit stands when help is asked for. */
public enum EcmoStatus {
    RUNNING,
    /** A team comes to cannulate, then moves the patient. */
    TEAM_CANNULATES,
    /** Cannulated at the receiving hospital. */
    CANNULATE_THERE,
    /** Wants advice. */
    UNKNOWN,
    NOT_NEEDED
}
