package vn.lienvien.bed.placement.domain;

/**
 * What is asked for.
 *
 * @param organisation named with AGREED and ASK, else null
 * @param unit within it, when the sender knows it
 * @param endorsed a second doctor or a coordinator stands behind U0 or U1
 * @param topRank before all others of its class
 */
public record Search(
        Routing routing,
        OrganisationId organisation,
        UnitId unit,
        boolean endorsed,
        boolean topRank,
        Needs needs) {

    Search endorsed(boolean now) {
        return new Search(routing, organisation, unit, now, topRank, needs);
    }
}
