package vn.lienvien.transfer.journey.adapter.rest;

import java.util.Set;
import java.util.stream.Collectors;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Parties;
import vn.lienvien.transfer.journey.domain.Transfer;

/**
 * How much of a transfer a person sees (I15).
 *
 * @param own organisations of the person
 */
record Sight(Set<Organisation> own, boolean coordinator) {

    static Sight of(Actor actor) {
        return new Sight(
                actor.organisations().stream()
                        .map(Requests::organisation)
                        .collect(Collectors.toSet()),
                actor.has(Roles.COORDINATOR));
    }

    boolean whole(Transfer transfer) {
        return coordinator || Parties.mayKnowOthers(transfer, own);
    }

    boolean isOwn(Organisation organisation) {
        return own.contains(organisation);
    }

    boolean isOwnCode(Object code) {
        return code instanceof String named && isOwn(new Organisation(named));
    }
}
