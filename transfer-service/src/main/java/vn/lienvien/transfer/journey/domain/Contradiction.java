package vn.lienvien.transfer.journey.domain;

/**
 * What does not fit, or is far from usual; all of it is kept. A person looks at whatever is told:
 * an unusual reading alone is not, a circuit that stands still has an event of its own.
 */
public enum Contradiction {
    LEFT_BEFORE_GATE,
    DEPARTED_BEFORE_ACCEPTED,
    DEPARTED_AFTER_END,
    ARRIVED_ELSEWHERE,
    ARRIVED_AFTER_END,
    HANDED_OVER_BEFORE_ARRIVAL,
    CONFIRMED_AFTER_END,
    CONFIRMED_WHILE_ELSEWHERE,
    PLACEMENT_DISAGREES,
    LIVE_AFTER_DEATH,
    OUT_OF_ORDER,
    CLOCK_AHEAD,
    UNUSUAL_READING,
    CIRCUIT_STOPPED
}
