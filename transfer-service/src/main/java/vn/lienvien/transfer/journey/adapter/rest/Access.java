package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.RelationRole;
import vn.lienvien.kit.access.Relations;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.transfer.journey.application.Glasses;
import vn.lienvien.transfer.journey.application.Said;
import vn.lienvien.transfer.journey.application.Transfers;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Parties;
import vn.lienvien.transfer.journey.domain.TransferId;
import vn.lienvien.transfer.text.Text;

/**
 * Whether the person behind a request may: no relation is answered as if nothing were there, and
 * only somebody who sees the transfer learns that a role is missing.
 */
@ApplicationScoped
class Access {

    private static final List<String> BREAKERS = List.of(Roles.DOCTOR, Roles.NURSE, Roles.TEAM);

    private final CurrentActor current;
    private final Relations relations;
    private final Transfers transfers;
    private final Glasses glasses;

    Access(CurrentActor current, Relations relations, Transfers transfers, Glasses glasses) {
        this.current = current;
        this.relations = relations;
        this.transfers = transfers;
        this.glasses = glasses;
    }

    Actor current() {
        return current.get();
    }

    Sight sight() {
        return Sight.of(current.get());
    }

    Actor seeing(UUID transfer) {
        if (!sees(transfer)) {
            throw Problem.notFound().exception();
        }
        return current.get();
    }

    boolean sees(UUID transfer) {
        var actor = current.get();
        return actor.has(Roles.COORDINATOR)
                ? transfers.exists(new TransferId(transfer))
                : relations.maySee(actor, transfer) || throughGlass(actor, transfer, null);
    }

    /** The patient is before this person, who had no other right to know, and has none yet. */
    boolean onlyThroughGlass(UUID transfer, Instant at) {
        var actor = current.get();
        return throughGlass(actor, transfer, at)
                && transfers
                        .find(new TransferId(transfer))
                        .filter(it -> Parties.mayKnowIdentity(it, organisation(actor)))
                        .isEmpty();
    }

    private boolean throughGlass(Actor actor, UUID transfer, Instant at) {
        var own = actor.organisations().stream().map(OrganisationCode::value).toList();
        return glasses.open(actor.user(), own, new TransferId(transfer), at).isPresent();
    }

    /** Answers with the role in which the person acts. */
    Acting acting(UUID transfer, Right right) {
        var actor = current.get();
        if (right.ofCoordinator() && actor.has(Roles.COORDINATOR)) {
            return new Acting(seeing(transfer), Roles.COORDINATOR);
        }
        var role = right.roles().stream().filter(actor::has).sorted().findFirst();
        var relation = held(actor, transfer, null);
        if (role.isPresent() && relation.filter(right::allows).isPresent()) {
            return new Acting(actor, role.get());
        }
        seeing(transfer);
        throw Problem.roleRequired(String.join(" or ", right.roles().stream().sorted().toList()))
                .exception();
    }

    /** A team that was asked may answer, and so learn that another one goes meanwhile. */
    Acting answeringForTeam(UUID transfer) {
        var answering = new Acting(current.get(), Roles.TEAM);
        boolean asked =
                answering.actor().has(Roles.TEAM)
                        && transfers
                                .find(new TransferId(transfer))
                                .filter(it -> it.team().asked().contains(answering.organisation()))
                                .isPresent();
        return asked ? answering : acting(transfer, Right.ANSWER_FOR_TEAM);
    }

    /**
     * A fact counts from whoever has a relation now, or had one when it happened (I19); a broken
     * glass is one.
     */
    Acting reporting(UUID transfer, Instant occurredAt) {
        var actor = current.get();
        if (held(actor, transfer, occurredAt).isEmpty()
                && !throughGlass(actor, transfer, occurredAt)) {
            seeing(transfer);
        }
        return new Acting(actor, actor.roles().stream().sorted().findFirst().orElseThrow());
    }

    private Optional<RelationRole> held(Actor actor, UUID transfer, Instant at) {
        return relations.held(transfer, Set.of(actor.organisation()), at);
    }

    /** For whoever stands before a patient with no part in the transfer. */
    Acting breakingGlass() {
        var actor = current.get();
        return new Acting(actor, BREAKERS.stream().filter(actor::has).findFirst().orElseThrow());
    }

    private static Organisation organisation(Actor actor) {
        return Requests.organisation(actor.organisation());
    }

    /** Somebody in one of their roles. */
    record Acting(Actor actor, String role) {

        Organisation organisation() {
            return Access.organisation(actor);
        }

        Said saying(Dated dated) {
            return new Said(
                    actor.user(),
                    role,
                    actor.organisation().value(),
                    Text.composed(dated.reason()),
                    dated.occurredAt());
        }
    }
}
