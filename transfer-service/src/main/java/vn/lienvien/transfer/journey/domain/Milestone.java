package vn.lienvien.transfer.journey.domain;

/** Points in time that stage times are made of. */
public enum Milestone {
    REQUESTED(false),
    SEEN(false),
    OFFERED(false),
    CONSULTED(false),
    ACCEPTED(true),
    TEAM_ASKED(false),
    TEAM_LEFT(false),
    TEAM_AT_BEDSIDE(false),
    CANNULATED(false),
    READY(true),
    DEPARTED(true),
    ARRIVED(true),
    HANDED_OVER(true),
    ENDED(true);

    private final boolean lastCounts;

    Milestone(boolean lastCounts) {
        this.lastCounts = lastCounts;
    }

    /** After a withdrawal or a turning back the last acceptance and departure count. */
    boolean lastCounts() {
        return lastCounts;
    }
}
