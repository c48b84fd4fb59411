package vn.lienvien.events;

/**
 * What bed-service is asked to find.
 *
 * @param organisation named with AGREED and ASK, else null
 * @param unit the unit within it, when the referring hospital knows it
 * @param endorsed a second doctor or a coordinator stands behind U0 or U1; an unendorsed one queues
 *     as U2
 * @param topRank before all others of its class: a confirmed place was withdrawn, or the patient is
 *     on the road
 */
public record Search(
        Routing routing,
        OrganisationCode organisation,
        UnitCode unit,
        boolean endorsed,
        boolean topRank,
        Needs needs) {}
