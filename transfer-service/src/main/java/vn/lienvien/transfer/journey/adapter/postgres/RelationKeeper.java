package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.RelationRole;
import vn.lienvien.kit.access.Relations;
import vn.lienvien.transfer.journey.domain.Part;
import vn.lienvien.transfer.journey.domain.Parties;
import vn.lienvien.transfer.journey.domain.Party;
import vn.lienvien.transfer.journey.domain.Transfer;

/** Opens and closes rights so that they always are what the state says. */
@ApplicationScoped
class RelationKeeper {

    private final Relations relations;

    RelationKeeper(Relations relations) {
        this.relations = relations;
    }

    void opened(Transfer transfer, Instant now) {
        open(transfer.about().id().value(), Parties.of(transfer), now);
    }

    void moved(Transfer before, Transfer after, Instant now) {
        var id = after.about().id().value();
        var had = Parties.of(before);
        var has = Parties.of(after);
        open(id, without(has, had), now);
        without(had, has)
                .forEach(party -> relations.close(id, code(party), role(party.part()), now));
    }

    private void open(UUID id, Set<Party> parties, Instant now) {
        parties.forEach(party -> relations.open(id, code(party), role(party.part()), now));
    }

    private static Set<Party> without(Set<Party> some, Set<Party> others) {
        var left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static OrganisationCode code(Party party) {
        return new OrganisationCode(party.organisation().code());
    }

    private static RelationRole role(Part part) {
        return RelationRole.valueOf(part.name());
    }
}
