package vn.lienvien.kit.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.problem.Problem;

/**
 * What a token says a person is today, and the organisation chosen for this request.
 *
 * @param chosen null when the request names none
 */
record Memberships(String user, List<Membership> today, OrganisationCode chosen) {

    static final String ATTRIBUTE = "lienvien.memberships";

    /** Picks one of several organisations that a person acts for. */
    static final String HEADER = "LienVien-Organisation";

    private static final Problem NOT_A_MEMBER =
            Problem.of(403, "not-a-member", "Not a member", "You are not a member there today.");

    /** Roles at one organisation. */
    record Membership(OrganisationCode organisation, Set<String> roles) {}

    /** Roles that count before an organisation had to be chosen. */
    Set<String> roles() {
        return today.stream()
                .filter(each -> chosen == null || each.organisation().equals(chosen))
                .flatMap(each -> each.roles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Actor actor() {
        return new Actor(user, organisation(), roles(), organisations());
    }

    private OrganisationCode organisation() {
        Set<OrganisationCode> all = organisations();
        if (chosen == null && all.size() > 1) {
            throw severalOf(all).exception();
        }
        return all.stream()
                .filter(each -> chosen == null || each.equals(chosen))
                .findFirst()
                .orElseThrow(() -> NOT_A_MEMBER.exception());
    }

    private static Problem severalOf(Set<OrganisationCode> all) {
        String detail = "You belong to several: name one in " + HEADER + ".";
        return Problem.badRequest("organisation-required", "Organisation required", detail)
                .with("organisations", all.stream().map(OrganisationCode::value).sorted().toList());
    }

    private Set<OrganisationCode> organisations() {
        return today.stream()
                .map(Membership::organisation)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
