package vn.lienvien.local.client;

/** What has happened and is never refused. */
public enum Fact {
    TEAM_LEFT,
    TEAM_AT_BEDSIDE,
    CANNULATED,
    TEAM_STAYING,
    TEAM_TURNED_BACK,
    DEPARTED,
    ARRIVED,
    TURNED_BACK,
    EMERGENCY_STOP,
    HANDED_OVER,
    DIED,
    READING,
    OUTCOME
}
