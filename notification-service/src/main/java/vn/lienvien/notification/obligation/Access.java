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
 * Who sees an obligation: its organisation, coordinators, the referring hospital, which may call a
 * unit that does not answer, and the authority once its rung was told. Who sees it may record a
 * call; only whoever must know can say "I know", ask for quiet or hand it on.
 */
@ApplicationScoped
class Access {

    private final Relations relations;

    Access(Relations relations) {
        this.relations = relations;
    }

    boolean sees(Actor actor, ObligationRow row) {
        return actor.looksAfter(row.organisation)
                || (actor.has(Roles.AUTHORITY) && actor.actsFor(row.authority))
                || (row.transfer != null && asked(actor, row.transfer));
    }

    /** Acts for the hospital that asked for this transfer. */
    boolean asked(Actor actor, UUID transfer) {
        return relations
                .held(transfer, Set.of(actor.organisation()), null)
                .filter(role -> role == RelationRole.ORIGIN)
                .isPresent();
    }

    boolean mayAcknowledge(Actor actor, ObligationRow row) {
        return row.role == Role.COORDINATOR
                ? actor.has(Roles.COORDINATOR)
                : actor.actsFor(row.organisation)
                        && (actor.has(token(row.role)) || wasHandedTo(actor, row));
    }

    private static boolean wasHandedTo(Actor actor, ObligationRow row) {
        return row.handedRole != null
                && (actor.has(token(row.handedRole)) || actor.user().equals(row.handedTo));
    }

    /** Heads and leaders on duty are doctors; no token names them otherwise. */
    static String token(Role role) {
        return role == Role.HEAD_OF_UNIT || role == Role.LEADER ? Roles.DOCTOR : name(role);
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static List<Role> rolesOf(Actor actor) {
        return Arrays.stream(Role.values()).filter(role -> actor.has(token(role))).toList();
    }
}
