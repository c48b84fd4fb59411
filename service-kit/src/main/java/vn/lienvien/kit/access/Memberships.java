package vn.lienvien.kit.access;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.problem.Problem;

/**
 * What a token says a person is today, in its claim {@code memberships: [{organisation, roles,
 * from, until}]}, and the organisation chosen for this request.
 *
 * @param chosen null when the request names none
 */
record Memberships(String user, List<Membership> today, String chosen) {

    static final String ATTRIBUTE = "lienvien.memberships";

    /** Picks one of several organisations that a person acts for. */
    static final String HEADER = "LienVien-Organisation";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Problem NOT_A_MEMBER =
            Problem.of(403, "not-a-member", "You are not a member there today.");

    /** Roles at one organisation. */
    record Membership(OrganisationCode organisation, Set<String> roles) {

        private boolean seesPatients() {
            return !Roles.WITHOUT_PATIENTS.containsAll(roles);
        }
    }

    static Memberships of(JsonWebToken token, Instant now, String chosen) {
        Object claim = token.getClaim("memberships");
        List<JsonValue> entries = claim instanceof JsonArray array ? array : List.of();
        return new Memberships(
                token.getSubject(),
                entries.stream().flatMap(entry -> lasting(entry, now)).toList(),
                chosen);
    }

    /** An entry that cannot be read counts for nothing: access fails closed. */
    private static Stream<Membership> lasting(JsonValue entry, Instant now) {
        try {
            JsonObject membership = entry.asJsonObject();
            if (instant(membership, "from", Instant.MIN).isAfter(now)
                    || !instant(membership, "until", Instant.MAX).isAfter(now)) {
                return Stream.empty();
            }
            Set<String> roles =
                    membership.getJsonArray("roles").getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .collect(Collectors.toUnmodifiableSet());
            String organisation = membership.getString("organisation");
            return Stream.of(new Membership(new OrganisationCode(organisation), roles));
        } catch (RuntimeException e) {
            return Stream.empty();
        }
    }

    /** An instant, or a day of Vietnam's calendar. */
    private static Instant instant(JsonObject membership, String name, Instant open) {
        String text = membership.getString(name, null);
        if (text == null) {
            return open;
        }
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(VIETNAM).toInstant();
    }

    /** Roles that count before an organisation had to be chosen. */
    Set<String> roles() {
        return here().flatMap(each -> each.roles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Membership> here() {
        return today.stream()
                .filter(each -> chosen == null || each.organisation().value().equals(chosen));
    }

    Actor actor() {
        Set<OrganisationCode> all =
                today.stream().map(Membership::organisation).collect(Collectors.toSet());
        if (chosen == null && all.size() > 1) {
            throw severalOf(all).exception();
        }
        Membership one = here().findFirst().orElseThrow(NOT_A_MEMBER::exception);
        return new Actor(user, one.organisation(), roles(), seeingPatientsAt());
    }

    private Set<OrganisationCode> seeingPatientsAt() {
        return today.stream()
                .filter(Membership::seesPatients)
                .map(Membership::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Problem severalOf(Set<OrganisationCode> all) {
        String detail = "You belong to several: name one in " + HEADER + ".";
        return Problem.of(400, "organisation-required", detail)
                .with("organisations", all.stream().map(OrganisationCode::value).sorted().toList());
    }
}
