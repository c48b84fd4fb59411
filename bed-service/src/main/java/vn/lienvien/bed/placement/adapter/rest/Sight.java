package vn.lienvien.bed.placement.adapter.rest;

import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.Roles;

/** How much of a placement a person sees. */
record Sight(Actor actor) {

    boolean whole(Placement placement) {
        return actor.has(Roles.COORDINATOR)
                || actor.organisations()
                        .contains(new OrganisationCode(placement.of().origin().value()));
    }

    boolean own(Ward ward) {
        return actor.organisations().contains(new OrganisationCode(ward.organisation().value()));
    }
}
