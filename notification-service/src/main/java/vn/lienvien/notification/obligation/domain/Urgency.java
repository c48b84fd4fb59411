package vn.lienvien.notification.obligation.domain;

/** Class of urgency; what concerns no transfer counts as U2. */
public enum Urgency {
    U0,
    U1,
    U2,
    U3;

    boolean isMoreUrgentThan(Urgency other) {
        return other == null || compareTo(other) < 0;
    }
}
