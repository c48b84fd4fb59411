package vn.lienvien.kit.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.lienvien.kit.time.HostClock;

/**
 * Replaces the roles of a token, which are those of all its memberships together, by those held
 * today at the organisation this request acts for. Otherwise a nurse of one hospital who is a
 * doctor at another could accept patients at both.
 */
@ApplicationScoped
class MembershipAugmentor implements SecurityIdentityAugmentor {

    /** What an issuer signs for others than us: each may bear our audience. */
    private static final Set<String> NOT_FOR_ACCESS = Set.of("ID", "Refresh", "Logout");

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
        if (token.getClaim("typ") instanceof String type && NOT_FOR_ACCESS.contains(type)) {
            throw new AuthenticationFailedException();
        }
        // Whatever is done is written down with who did it.
        if (token.getSubject() == null) {
            throw new AuthenticationFailedException();
        }
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        String chosen = request == null ? null : request.request().getHeader(Memberships.HEADER);
        Memberships memberships =
                Memberships.of(token, clock.now(), chosen == null ? null : chosen.strip());
        return Uni.createFrom()
                .item(
                        QuarkusSecurityIdentity.builder()
                                .setPrincipal(token)
                                .addCredentials(identity.getCredentials())
                                .addRoles(memberships.roles())
                                .addAttribute(Memberships.ATTRIBUTE, memberships)
                                .build());
    }
}
