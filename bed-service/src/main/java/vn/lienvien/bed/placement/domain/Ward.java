package vn.lienvien.bed.placement.domain;

/** An intensive care unit and the hospital that answers for it. */
public record Ward(UnitId unit, OrganisationId organisation) {}
