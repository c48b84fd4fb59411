package vn.lienvien.notification.obligation.domain;

/** What an event does to an obligation that stands. */
public enum Does {
    CLOSES,
    OVERTAKES,
    /** Its clock runs anew until another time. */
    POSTPONES,
    /** Its clock stands still and then goes on, until another time. */
    PAUSES;

    boolean ends() {
        return this == CLOSES || this == OVERTAKES;
    }
}
