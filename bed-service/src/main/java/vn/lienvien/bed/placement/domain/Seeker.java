package vn.lienvien.bed.placement.domain;

import java.util.Set;

/**
 * For whom a place is sought.
 *
 * @param from null when the sender is not in the register
 * @param excluded units that already said not now
 */
public record Seeker(OrganisationId origin, Place from, Needs needs, Set<UnitId> excluded) {}
