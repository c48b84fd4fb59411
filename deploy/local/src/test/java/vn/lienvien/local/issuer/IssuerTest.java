package vn.lienvien.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {
    @TempDir Path folder;

    @Test
    void aTokenIsVerifiedByThePublishedKeysAlone() throws Exception {
        Issuer issuer = Issuer.keptIn(folder);

        JwtClaims claims = verified(issuer.token("doctor@htd-hcmc"), issuer.jwks());

        assertThat(claims.getSubject()).isEqualTo("doctor@htd-hcmc");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("doctor");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(12 * 3600);
    }

    @Test
    void severalMembershipsAreClaimedByOrganisation() throws Exception {
        Issuer issuer = Issuer.keptIn(folder);

        String token = issuer.token("doctor@htd-hcmc+nurse@htd-hcmc coordinator@soyte-hcm");

        JwtClaims claims = verified(token, issuer.jwks());
        assertThat(claims.getStringListClaimValue("groups"))
                .containsExactly("coordinator", "doctor", "nurse");
        assertThat(claims.getClaimValue("memberships"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "organisation",
                                        "htd-hcmc",
                                        "roles",
                                        List.of("doctor", "nurse")),
                                Map.of(
                                        "organisation",
                                        "soyte-hcm",
                                        "roles",
                                        List.of("coordinator"))));
    }

    @Test
    void aTokenOutlivesARestart() throws Exception {
        String token = Issuer.keptIn(folder).token("team@cho-ray");

        assertThat(verified(token, Issuer.keptIn(folder).jwks()).getSubject())
                .isEqualTo("team@cho-ray");
    }

    @Test
    void thePublishedKeysHoldNoPrivatePart() {
        assertThat(Issuer.keptIn(folder).jwks()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void whoeverCannotBeToldGetsNoToken() {
        Issuer issuer = Issuer.keptIn(folder);

        assertThatThrownBy(() -> issuer.token("surgeon@htd-hcmc"))
                .isInstanceOf(UnknownPerson.class)
                .hasMessageContaining("\"surgeon\" is not one of the roles admin, authority");
        assertThatThrownBy(() -> issuer.token("doctor")).isInstanceOf(UnknownPerson.class);
        assertThatThrownBy(() -> issuer.token("")).isInstanceOf(UnknownPerson.class);
    }

    private static JwtClaims verified(String token, String jwks) throws Exception {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(Issuer.NAME)
                .setExpectedAudience(Issuer.AUDIENCE)
                .setRequireExpirationTime()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .build()
                .processToClaims(token);
    }
}
