package vn.lienvien.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import vn.lienvien.local.secret.PrivateFile;

/**
 * Signs tokens that last one long shift. The key stays in the state folder, so that a token
 * outlives a restart of the stack.
 */
public final class Issuer {
    /** What the services are told to expect as {@code iss}. */
    public static final String NAME = "http://localhost:8080/local-issuer";

    /** Whom the tokens are for, as the services expect it in {@code aud}. */
    public static final String AUDIENCE = "lienvien";

    public static final Duration SHIFT = Duration.ofHours(12);

    private final RsaJsonWebKey key;

    private Issuer(RsaJsonWebKey key) {
        this.key = key;
    }

    /** With the key of the folder, made if there is none. */
    public static Issuer keptIn(Path folder) {
        Path file = folder.resolve("issuer-key.json");
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(
                        file, freshKey().toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            }
            if (JsonWebKey.Factory.newJwk(Files.readString(file)) instanceof RsaJsonWebKey kept
                    && kept.getPrivateKey() != null) {
                return new Issuer(kept);
            }
            throw new DamagedKey(file, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new DamagedKey(file, e);
        }
    }

    /** The public half, as the services read it. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** A bearer token for {@code role@organisation}, several joined with a plus. */
    public String token(String person) {
        Person known = Person.named(person);
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(AUDIENCE);
        claims.setSubject(known.name());
        claims.setJwtId(UUID.randomUUID().toString());
        NumericDate now = NumericDate.now();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + SHIFT.toSeconds()));
        claims.setStringListClaim("groups", known.groups());
        claims.setClaim("memberships", known.claims());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey freshKey() throws JoseException {
        RsaJsonWebKey fresh = RsaJwkGenerator.generateJwk(2048);
        fresh.setKeyId("local-" + UUID.randomUUID());
        fresh.setUse("sig");
        fresh.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return fresh;
    }
}
