package vn.lienvien.kit.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.time.HostClock;

/**
 * Replaces the roles of a token, which are those of all its memberships together, by those held
 * today at the organisation this request acts for. Otherwise a nurse of one hospital who is a
 * doctor at another could accept patients at both.
 */
@ApplicationScoped
class MembershipAugmentor implements SecurityIdentityAugmentor {

    private final HostClock clock;

    MembershipAugmentor(HostClock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity,
            AuthenticationRequestContext context,
            Map<String, Object> attributes) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        Memberships memberships =
                new Memberships(
                        token.getSubject(),
                        MembershipClaim.today(token, clock.now()),
                        chosen(HttpSecurityUtils.getRoutingContextAttribute(attributes)));
        return Uni.createFrom()
                .item(
                        QuarkusSecurityIdentity.builder()
                                .setPrincipal(token)
                                .addCredentials(identity.getCredentials())
                                .addRoles(memberships.roles())
                                .addAttribute(Memberships.ATTRIBUTE, memberships)
                                .build());
    }

    /** What is no code at all is no organisation anybody belongs to. */
    private static OrganisationCode chosen(RoutingContext request) {
        String named = request == null ? null : request.request().getHeader(Memberships.HEADER);
        try {
            return named == null ? null : new OrganisationCode(named.strip());
        } catch (IllegalArgumentException e) {
            return new OrganisationCode("unknown");
        }
    }
}
