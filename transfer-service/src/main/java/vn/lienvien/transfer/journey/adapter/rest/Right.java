package vn.lienvien.transfer.journey.adapter.rest;

import java.util.Set;
import vn.lienvien.kit.access.RelationRole;
import vn.lienvien.kit.access.Roles;

/** Which roles of which party may decide what; a coordinator may step in where it is said. */
@SuppressWarnings("ImmutableEnumChecker") // immutable sets of constants
enum Right {
    /** The request is its sender's. */
    OWN_REQUEST(Set.of(Roles.REFERRER, Roles.DOCTOR), Set.of(RelationRole.ORIGIN), true),
    ENDORSE(
            Set.of(Roles.REFERRER, Roles.DOCTOR),
            Set.of(RelationRole.ORIGIN, RelationRole.ACCEPTED, RelationRole.TEAM),
            true),
    ANSWER_FOR_TEAM(Set.of(Roles.TEAM), Set.of(RelationRole.values()), false),
    LET_GO(
            Set.of(Roles.TEAM, Roles.DOCTOR, Roles.REFERRER),
            Set.of(RelationRole.ORIGIN, RelationRole.TEAM, RelationRole.ACCEPTED),
            true),
    DIVERT(
            Set.of(Roles.TEAM, Roles.DOCTOR, Roles.REFERRER),
            Set.of(RelationRole.ORIGIN, RelationRole.TEAM, RelationRole.ACCEPTED),
            true);

    private final Set<String> roles;
    private final Set<RelationRole> parts;
    private final boolean coordinator;

    Right(Set<String> roles, Set<RelationRole> parts, boolean coordinator) {
        this.roles = roles;
        this.parts = parts;
        this.coordinator = coordinator;
    }

    Set<String> roles() {
        return roles;
    }

    boolean ofCoordinator() {
        return coordinator;
    }

    boolean allows(RelationRole part) {
        return parts.contains(part);
    }
}
