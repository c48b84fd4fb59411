package vn.lienvien.notification.channel.push;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser as RFC 8291 describes it: it has keys, and reads what was encrypted for them. */
public final class TestBrowser {

    private static final int COORDINATE = 32;
    private static final int POINT = 65;
    private static final int SALT = 16;
    private static final int HEADER = SALT + Integer.BYTES + 1;

    private final KeyPair keys;
    private final byte[] auth = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

    public TestBrowser() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    public String subscription(String endpoint) {
        return """
               {"endpoint":"%s","expirationTime":null,"keys":{"p256dh":"%s","auth":"%s"}}
               """
                .formatted(endpoint, base64(point((ECPublicKey) keys.getPublic())), base64(auth));
    }

    public String read(byte[] message) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOf(message, SALT);
        byte[] sender = Arrays.copyOfRange(message, HEADER, HEADER + POINT);
        byte[] cipherText = Arrays.copyOfRange(message, HEADER + POINT, message.length);
        byte[] info =
                join(
                        "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
                        point((ECPublicKey) keys.getPublic()),
                        sender,
                        new byte[] {1});
        byte[] shared = hmac(salt, hmac(hmac(auth, agreed(key(sender))), info));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(derived(shared, "Content-Encoding: aes128gcm", 16), "AES"),
                new GCMParameterSpec(128, derived(shared, "Content-Encoding: nonce", 12)));
        String padded = new String(cipher.doFinal(cipherText), StandardCharsets.UTF_8);
        return padded.substring(0, padded.lastIndexOf('\u0002'));
    }

    static PublicKey key(byte[] point) throws GeneralSecurityException {
        ECPoint at =
                new ECPoint(
                        new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                        new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT)));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var curve = ((ECPublicKey) generator.generateKeyPair().getPublic()).getParams();
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, curve));
    }

    private byte[] agreed(PublicKey sender) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(sender, true);
        return agreement.generateSecret();
    }

    private static byte[] derived(byte[] key, String what, int length)
            throws GeneralSecurityException {
        byte[] info = (what + "\0\1").getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(hmac(key, info), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] point(ECPublicKey key) {
        return ByteBuffer.allocate(POINT)
                .put((byte) 4)
                .put(fixed(key.getW().getAffineX()))
                .put(fixed(key.getW().getAffineY()))
                .array();
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
