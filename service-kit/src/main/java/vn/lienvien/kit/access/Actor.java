package vn.lienvien.kit.access;

import java.util.Set;
import vn.lienvien.events.OrganisationCode;

/**
 * Who acts, and for whom.
 *
 * @param organisation the one acted for in this request
 * @param roles held at that organisation
 * @param organisations whose patients are the person's today; not where somebody is administrator
 *     or authority only, whatever they are elsewhere
 */
public record Actor(
        String user,
        OrganisationCode organisation,
        Set<String> roles,
        Set<OrganisationCode> organisations) {

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Is the organisation acted for in this request. */
    public boolean actsFor(String code) {
        return organisation.value().equals(code);
    }

    /** One of its own people, or a coordinator, who looks after all. */
    public boolean looksAfter(String code) {
        return has(Roles.COORDINATOR) || actsFor(code);
    }
}
