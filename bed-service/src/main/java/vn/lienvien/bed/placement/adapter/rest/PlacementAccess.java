package vn.lienvien.bed.placement.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienvien.bed.NotAhead;
import vn.lienvien.bed.placement.application.ReadingPlacements;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Relations;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.problem.Problem;

/** Who may see and answer what. Not allowed and not there are the same 404. */
@ApplicationScoped
class PlacementAccess {

    private final CurrentActor current;
    private final Relations relations;
    private final ReadingPlacements reading;
    private final NotAhead notAhead;

    PlacementAccess(
            CurrentActor current,
            Relations relations,
            ReadingPlacements reading,
            NotAhead notAhead) {
        this.current = current;
        this.relations = relations;
        this.reading = reading;
        this.notAhead = notAhead;
    }

    Sight sight() {
        return new Sight(current.get());
    }

    Placement see(UUID transfer) {
        if (!relations.maySee(current.get(), transfer)) {
            throw Problem.notFound().exception();
        }
        return reading.find(new TransferId(transfer))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    /** What only the sender and coordinators see. */
    Placement seeWhole(UUID transfer) {
        var placement = see(transfer);
        if (!sight().whole(placement)) {
            throw Problem.roleRequired(Roles.COORDINATOR).exception();
        }
        return placement;
    }

    /** A coordinator or authority asks for any sender; a referring hospital for itself. */
    void suppose(OrganisationId origin) {
        var actor = current.get();
        if (actor.has(Roles.COORDINATOR) || actor.has(Roles.AUTHORITY)) {
            return;
        }
        if (!actor.organisations().contains(new OrganisationCode(origin.value()))) {
            throw Problem.notFound().exception();
        }
        if (!actor.has(Roles.REFERRER) && !actor.has(Roles.DOCTOR)) {
            throw Problem.roleRequired(Roles.REFERRER).exception();
        }
    }

    OrganisationId organisation() {
        return new OrganisationId(current.get().organisation().value());
    }

    /** The offer is to the person's own organisation, and the person holds one of the roles. */
    void answer(UUID transfer, UUID offer, String... roles) {
        var placement = see(transfer);
        var asked =
                placement
                        .offer(new OfferId(offer))
                        .orElseThrow(() -> Problem.notFound().exception())
                        .asked();
        var sight = sight();
        if (!sight.whole(placement) && !sight.own(asked.ward())) {
            throw Problem.notFound().exception();
        }
        Actor actor = current.get();
        boolean acts = actor.actsFor(asked.ward().organisation().value());
        boolean coordinates =
                List.of(roles).contains(Roles.COORDINATOR) && actor.has(Roles.COORDINATOR);
        if (!coordinates && !(acts && List.of(roles).stream().anyMatch(actor::has))) {
            throw Problem.roleRequired(roles[0]).exception();
        }
    }

    void coordinate(UUID transfer) {
        see(transfer);
        if (!current.get().has(Roles.COORDINATOR)) {
            throw Problem.roleRequired(Roles.COORDINATOR).exception();
        }
    }

    /** Of everybody who waits: authorities may know that there is a plan, coordinators make it. */
    void plan() {
        var actor = current.get();
        if (actor.has(Roles.COORDINATOR)) {
            return;
        }
        throw (actor.has(Roles.AUTHORITY)
                        ? Problem.roleRequired(Roles.COORDINATOR)
                        : Problem.notFound())
                .exception();
    }

    /** A decision may have been made earlier and written down now; never later. */
    void notAhead(Instant occurredAt) {
        notAhead.check(occurredAt);
    }
}
