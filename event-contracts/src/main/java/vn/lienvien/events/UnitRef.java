package vn.lienvien.events;

/** A unit and the hospital it belongs to. */
public record UnitRef(UnitCode unit, OrganisationCode organisation) {}
