package vn.lienvien.bed.placement.domain;

import java.util.List;
import java.util.Set;

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

    /** Of a transfer that ended before anybody heard what it needed. */
    static final Search NOTHING =
            new Search(
                    Routing.SEARCH,
                    null,
                    null,
                    false,
                    false,
                    new Needs(
                            EcmoStatus.UNKNOWN,
                            null,
                            null,
                            null,
                            null,
                            Finding.UNKNOWN,
                            Finding.UNKNOWN,
                            Set.of(),
                            List.of()));

    Search endorsed(boolean now) {
        return new Search(routing, organisation, unit, now, topRank, needs);
    }
}
