package vn.lienvien.transfer.journey.domain;

/** Class of urgency; counts at once for clocks, team and alerts. */
public enum Urgency {
    /** Red alert. */
    U0,
    /** May die within 6 hours. */
    U1,
    /** The sender lacks the means. */
    U2,
    /** Planned. */
    U3;

    /** In the queue these rank as U2 until somebody else stands behind them. */
    boolean wantsEndorsement() {
        return this == U0 || this == U1;
    }
}
