package vn.lienvien.bed.placement.domain;

import java.util.Set;

/**
 * For whom a place is sought.
 *
 * @param from null when the sender is not in the register
 * @param responsible hospitals that answer for the sender's province; empty when nobody does
 * @param excluded units that already said not now
 */
public record Seeker(
        OrganisationId origin,
        Place from,
        Set<OrganisationId> responsible,
        Needs needs,
        Set<UnitId> excluded) {

    public Seeker {
        responsible = Set.copyOf(responsible);
        excluded = Set.copyOf(excluded);
    }

    public Seeker excluding(Set<UnitId> units) {
        return new Seeker(origin, from, responsible, needs, units);
    }
}
