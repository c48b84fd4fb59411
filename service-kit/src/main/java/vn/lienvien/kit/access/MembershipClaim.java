package vn.lienvien.kit.access;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.lienvien.events.OrganisationCode;

/**
 * Reads the claim {@code memberships: [{organisation, roles, from, until}]}. An entry that cannot
 * be read counts for nothing: access fails closed.
 */
final class MembershipClaim {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private MembershipClaim() {}

    static List<Memberships.Membership> today(JsonWebToken token, Instant now) {
        Object claim = token.getClaim("memberships");
        return claim instanceof JsonArray entries
                ? entries.stream().flatMap(entry -> read(entry, now).stream()).toList()
                : List.of();
    }

    private static Optional<Memberships.Membership> read(JsonValue entry, Instant now) {
        try {
            JsonObject membership = entry.asJsonObject();
            if (!lasts(membership, now)) {
                return Optional.empty();
            }
            return Optional.of(
                    new Memberships.Membership(
                            new OrganisationCode(membership.getString("organisation")),
                            membership.getJsonArray("roles").getValuesAs(JsonString.class).stream()
                                    .map(JsonString::getString)
                                    .collect(Collectors.toUnmodifiableSet())));
        } catch (ClassCastException
                | NullPointerException
                | IllegalArgumentException
                | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean lasts(JsonObject membership, Instant now) {
        return date(membership, "from").noneMatch(from -> from.isAfter(now))
                && date(membership, "until").allMatch(until -> until.isAfter(now));
    }

    /** An instant, or a day of Vietnam's calendar. */
    private static Stream<Instant> date(JsonObject membership, String name) {
        String text = membership.getString(name, null);
        if (text == null) {
            return Stream.empty();
        }
        return Stream.of(
                text.contains("T")
                        ? Instant.parse(text)
                        : LocalDate.parse(text).atStartOfDay(VIETNAM).toInstant());
    }
}
