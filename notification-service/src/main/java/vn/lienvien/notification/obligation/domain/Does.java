package vn.lienvien.notification.obligation.domain;

/** What an event does to an obligation that stands. */
public enum Does {
    CLOSES,
    OVERTAKES,
    /** Its clock runs anew, or stands still, until another time. */
    POSTPONES
}
