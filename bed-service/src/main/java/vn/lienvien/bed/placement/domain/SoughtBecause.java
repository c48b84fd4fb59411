package vn.lienvien.bed.placement.domain;

/** Why transfer-service asks anew, with a raised attempt. */
public enum SoughtBecause {
    WITHDRAWN,
    TURNED_BACK,
    ROUTING_CHANGED,
    NEEDS_CHANGED,
    DIVERSION
}
