package vn.lienvien.transfer.identity;

import java.util.Base64;

/** Keys as they stand in the environment. */
final class Keys {

    private static final int BYTES = 32;

    private Keys() {}

    static byte[] decoded(String base64) {
        var key = Base64.getDecoder().decode(base64.strip());
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, in base64");
        }
        return key;
    }
}
