package vn.lienvien.kit.inbox;

/** Why a record waits for a person, or for the one it comes after. */
public enum ParkedBecause {
    /** Not a CloudEvent, or without id, time or sequence. */
    BAD_ENVELOPE,
    WRONG_TOPIC,
    WRONG_KEY,
    /** A type that the handler knows, in a version it does not: upgrade the reader. */
    UNKNOWN_VERSION,
    /** The bytes are not what the type says. */
    BAD_DATA,
    /** The handler failed, and would fail again. */
    FAILED,
    /** One or more events before it are missing; heals by itself when they come. */
    GAP,
    /** Behind another parked record of its key. */
    BEHIND,
    /** A person gave it up; the next one follows on it. */
    DISCARDED;

    /** Nothing is wrong with the record itself: it waits for another. */
    boolean passes() {
        return this == GAP || this == BEHIND || this == DISCARDED;
    }
}
