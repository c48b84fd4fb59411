package vn.lienvien.notification.obligation.domain;

/** How an obligation ended; a standing alarm is the fourth end, from which these still lead out. */
public enum End {
    /** What had to be done was done. */
    CLOSED_BY_EVENT,
    /** A person said "I know", or was reached by phone. */
    ACKNOWLEDGED,
    /** It no longer matters: ended, lapsed, answered otherwise. */
    OVERTAKEN
}
