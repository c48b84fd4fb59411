package vn.lienvien.bed.placement.domain;

/** Why a unit takes back what it had confirmed. */
public enum WithdrawnBecause {
    NO_STAFF,
    EQUIPMENT_FAULT,
    BED_TAKEN,
    UNIT_CLOSED,
    TOO_UNSTABLE,
    OTHER
}
