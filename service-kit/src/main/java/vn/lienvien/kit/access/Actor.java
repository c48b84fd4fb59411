package vn.lienvien.kit.access;

import java.util.Set;
import vn.lienvien.events.OrganisationCode;

/**
 * Who acts, and for whom.
 *
 * @param organisation the one acted for in this request
 * @param roles held at that organisation
 * @param organisations all of which the person is a member today
 */
public record Actor(
        String user,
        OrganisationCode organisation,
        Set<String> roles,
        Set<OrganisationCode> organisations) {

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean belongsTo(OrganisationCode other) {
        return organisations.contains(other);
    }
}
