package vn.lienvien.local.issuer;

import java.util.Set;

/** One role at one organisation, written {@code role@organisation}. */
record Membership(String role, String organisation) {
    private static final Set<String> ROLES =
            Set.of(
                    "referrer",
                    "doctor",
                    "nurse",
                    "team",
                    "coordinator",
                    "authority",
                    "admin",
                    "system");

    static Membership parse(String written) {
        String[] halves = written.strip().split("@", -1);
        if (halves.length != 2 || !halves[1].matches("[a-z0-9][a-z0-9-]{1,62}")) {
            throw new UnknownPerson("\"%s\" is not role@organisation".formatted(written));
        }
        if (!ROLES.contains(halves[0])) {
            throw new UnknownPerson(
                    "\"%s\" is not one of the roles %s"
                            .formatted(
                                    halves[0],
                                    String.join(", ", ROLES.stream().sorted().toList())));
        }
        return new Membership(halves[0], halves[1]);
    }
}
