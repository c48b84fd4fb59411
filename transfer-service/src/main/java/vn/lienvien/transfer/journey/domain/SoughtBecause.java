package vn.lienvien.transfer.journey.domain;

/** Why a place is asked for anew. */
public enum SoughtBecause {
    WITHDRAWN,
    TURNED_BACK,
    ROUTING_CHANGED,
    NEEDS_CHANGED,
    DIVERSION
}
