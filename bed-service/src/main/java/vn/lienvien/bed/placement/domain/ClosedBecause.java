package vn.lienvien.bed.placement.domain;

/** Why a slot cannot take anybody. */
public enum ClosedBecause {
    REPORTED,
    NO_STAFF,
    EQUIPMENT_FAULT,
    UNIT_CLOSED
}
