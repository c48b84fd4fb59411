package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.RelationRole;
import vn.lienvien.kit.access.Relations;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.notification.obligation.domain.Role;

/**
 * Who sees an obligation: its organisation, coordinators, and the referring hospital, which may
 * call a unit that does not answer. Who sees it may record a call; only whoever must know can say
 * "I know".
 */
@ApplicationScoped
class Access {

    private final Relations relations;

    Access(Relations relations) {
        this.relations = relations;
    }

    boolean sees(Actor actor, ObligationRow row) {
        return actor.has(Roles.COORDINATOR)
                || actor.organisation().value().equals(row.organisation)
                || (row.transfer != null && asked(actor, row.transfer));
    }

    /** Acts for the hospital that asked for this transfer. */
    boolean asked(Actor actor, UUID transfer) {
        return relations
                .held(transfer, Set.of(actor.organisation()), null)
                .filter(relation -> relation.role() == RelationRole.ORIGIN)
                .isPresent();
    }

    boolean mayAcknowledge(Actor actor, ObligationRow row) {
        return row.role == Role.COORDINATOR
                ? actor.has(Roles.COORDINATOR)
                : actor.organisation().value().equals(row.organisation)
                        && actor.has(name(row.role));
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static List<Role> rolesOf(Actor actor) {
        return Arrays.stream(Role.values()).filter(role -> actor.has(name(role))).toList();
    }
}
