package vn.lienvien.kit.test;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bearer tokens for invented people, signed with a key made for this run, and the JWKS address a
 * service checks them with. Named as a test resource it wires that address; the other resources of
 * the kit do so too.
 */
public class TestTokens implements QuarkusTestResourceLifecycleManager {

    private static final String ISSUER = "http://localhost/local-issuer";
    private static final String AUDIENCE = "lienvien";
    private static final String KEY_ID = "test";

    /** Quarkus loads test resources and tests by different class loaders: they share by these. */
    private static final String SHARED_KEY = "lienvien.test.private-key";

    private static final String SHARED_ADDRESS = "lienvien.test.jwks";

    /** By roles and organisation: to sign costs more than most requests do. */
    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    /** A person with roles at one organisation: {@code as("doctor", "htd-hcmc")}. */
    public static String as(String role, String organisation, String... moreRoles) {
        List<String> roles = Stream.concat(Stream.of(role), Arrays.stream(moreRoles)).toList();
        return KEPT.computeIfAbsent(
                roles + "@" + organisation,
                _ -> of(role + "@" + organisation, membership(organisation, roles, null, null)));
    }

    /** One entry of the claim memberships; dates may be null. */
    public static Map<String, Object> membership(
            String organisation, List<String> roles, Instant from, Instant until) {
        Map<String, Object> membership = new LinkedHashMap<>();
        membership.put("organisation", organisation);
        membership.put("roles", roles);
        if (from != null) {
            membership.put("from", from.toString());
        }
        if (until != null) {
            membership.put("until", until.toString());
        }
        return membership;
    }

    /** A person with any memberships. */
    @SafeVarargs
    public static String of(String user, Map<String, Object>... memberships) {
        return lasting(Duration.ofHours(1), user, memberships);
    }

    /** As {@link #of}, for a test that waits until the token has expired. */
    @SafeVarargs
    public static String lasting(
            Duration lifetime, String user, Map<String, Object>... memberships) {
        List<Map<String, Object>> all = new ArrayList<>();
        Set<String> groups = new TreeSet<>();
        for (Map<String, Object> each : memberships) {
            all.add(each);
            ((List<?>) each.get("roles")).forEach(role -> groups.add(role.toString()));
        }
        return Jwt.issuer(ISSUER)
                .subject(user)
                .upn(user)
                .audience(AUDIENCE)
                .groups(groups)
                .claim("memberships", all)
                .expiresIn(lifetime)
                .jws()
                .keyId(KEY_ID)
                .sign(key());
    }

    /**
     * What nobody comes in with, by what is wrong with it: no token, or one good in all but that.
     */
    public static Map<String, String> ofNobody() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token", null);
        tokens.put("no token at all", "not.a.token");
        tokens.put("another issuer", signed(operator("http://localhost/another", AUDIENCE), key()));
        tokens.put("another audience", signed(operator(ISSUER, "another-system"), key()));
        tokens.put("no audience", signed(operator(ISSUER, null), key()));
        for (String type : List.of("ID", "Refresh", "Logout")) {
            tokens.put(
                    "type " + type, signed(operator(ISSUER, AUDIENCE).claim("typ", type), key()));
        }
        tokens.put("no person", signed(operator(ISSUER, AUDIENCE).remove("sub"), key()));
        tokens.put("another key", signed(operator(ISSUER, AUDIENCE), fresh().getPrivate()));
        Instant now = Instant.now();
        tokens.put(
                "a time that is over",
                operator(ISSUER, AUDIENCE)
                        .issuedAt(now.minus(Duration.ofHours(2)))
                        .expiresAt(now.minus(Duration.ofHours(1)))
                        .jws()
                        .keyId(KEY_ID)
                        .sign(key()));
        String good = signed(operator(ISSUER, AUDIENCE), key());
        tokens.put("no signature", good.substring(0, good.lastIndexOf('.') + 1));
        String body = good.split("\\.", -1)[1];
        tokens.put("algorithm none", base64("{\"alg\":\"none\"}") + "." + body + ".");
        tokens.put("the public key as a secret", signedWithThePublicKey(body));
        return tokens;
    }

    private static String signed(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.expiresIn(Duration.ofHours(1)).jws().keyId(KEY_ID).sign(key);
    }

    /** HS256 where RS256 is expected: whoever knows the public key could sign. */
    private static String signedWithThePublicKey(String body) {
        try {
            String head = base64("{\"alg\":\"HS256\",\"kid\":\"" + KEY_ID + "\"}");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(modulus().toByteArray(), "HmacSHA256"));
            byte[] signature = mac.doFinal((head + "." + body).getBytes(StandardCharsets.UTF_8));
            return head
                    + "."
                    + body
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger modulus() {
        return ((RSAPrivateKey) key()).getModulus();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JwtClaimsBuilder operator(String issuer, String audience) {
        JwtClaimsBuilder claims = audience == null ? Jwt.claims() : Jwt.audience(audience);
        return claims.issuer(issuer)
                .subject("x")
                .upn("x")
                .groups(Set.of("admin", "coordinator"))
                .claim(
                        "memberships",
                        List.of(
                                membership(
                                        "lienvien", List.of("admin", "coordinator"), null, null)));
    }

    /** What a service needs to trust these tokens. */
    static Map<String, String> config() {
        key();
        return Map.of(
                "mp.jwt.verify.publickey.location",
                System.getProperty(SHARED_ADDRESS),
                "mp.jwt.verify.issuer",
                ISSUER);
    }

    @Override
    public Map<String, String> start() {
        return config();
    }

    @Override
    public void stop() {}

    private static PrivateKey key() {
        try {
            if (System.getProperty(SHARED_KEY) == null) {
                KeyPair keys = fresh();
                System.setProperty(SHARED_ADDRESS, serve((RSAPublicKey) keys.getPublic()));
                System.setProperty(
                        SHARED_KEY,
                        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            }
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(
                                    Base64.getDecoder().decode(System.getProperty(SHARED_KEY))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serve(RSAPublicKey key) {
        byte[] body =
                """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """
                        .formatted(
                                KEY_ID,
                                unsigned(key.getModulus()),
                                unsigned(key.getPublicExponent()))
                        .getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/jwks",
                    exchange -> {
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        try (OutputStream out = exchange.getResponseBody()) {
                            out.write(body);
                        }
                    });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
