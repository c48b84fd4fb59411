package vn.lienvien.transfer.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM. What is sealed carries the name of its key, and opens only in the place it was
 * sealed for (table, column and row), so that a value moved to another row is found out.
 */
final class Seal {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] newKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    static byte[] seal(byte[] key, String keyId, String place, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var name = keyId.getBytes(StandardCharsets.UTF_8);
        var sealed = run(Cipher.ENCRYPT_MODE, key, nonce, place, plain);
        return ByteBuffer.allocate(1 + name.length + NONCE_BYTES + sealed.length)
                .put((byte) name.length)
                .put(name)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Name of the key that opens it. */
    static String keyId(byte[] sealed) {
        return new String(sealed, 1, sealed[0], StandardCharsets.UTF_8);
    }

    static byte[] open(byte[] key, String place, byte[] sealed) {
        var from = ByteBuffer.wrap(sealed).position(1 + sealed[0]);
        var nonce = new byte[NONCE_BYTES];
        from.get(nonce);
        var body = new byte[from.remaining()];
        from.get(body);
        return run(Cipher.DECRYPT_MODE, key, nonce, place, body);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, String place, byte[] input) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an identity does not open where it was kept", e);
        }
    }
}
