package vn.lienvien.events;

/** Class of urgency; counts at once for clocks, team and alerts. */
public enum Urgency {
    /** Red alert: resuscitation running, or the circuit failing with no spare. */
    U0,
    /** May die within 6 hours. */
    U1,
    /** The sender lacks the means. */
    U2,
    /** Planned. */
    U3
}
