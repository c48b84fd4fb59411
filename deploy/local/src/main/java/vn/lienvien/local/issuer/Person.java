package vn.lienvien.local.issuer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An invented person, known by what it does where; several memberships are joined with a plus. */
record Person(String name, List<Membership> memberships) {
    /** A plus in a query that was not escaped arrives as a space. */
    private static final Pattern BETWEEN = Pattern.compile("[+ ,]+");

    /** {@code doctor@htd-hcmc}, {@code doctor@htd-hcmc+coordinator@soyte-hcm}. */
    static Person named(String name) {
        List<Membership> memberships =
                BETWEEN.splitAsStream(name.strip()).map(Membership::parse).toList();
        return new Person(
                String.join(
                        "+",
                        memberships.stream().map(m -> m.role() + "@" + m.organisation()).toList()),
                memberships);
    }

    List<String> groups() {
        TreeSet<String> roles = new TreeSet<>();
        memberships.forEach(membership -> roles.add(membership.role()));
        return List.copyOf(roles);
    }

    /** One claim an organisation, with all roles held there. */
    List<Map<String, Object>> claims() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        for (Membership membership : memberships) {
            roles.computeIfAbsent(membership.organisation(), none -> new ArrayList<>())
                    .add(membership.role());
        }
        List<Map<String, Object>> claims = new ArrayList<>();
        roles.forEach(
                (organisation, held) ->
                        claims.add(Map.of("organisation", organisation, "roles", held)));
        return claims;
    }
}
