package vn.lienvien.notification.channel.webhook;

import java.nio.charset.StandardCharsets;
import vn.lienvien.notification.channel.Hmac;

/**
 * Proves who called and when: HMAC-SHA256 over {@code timestamp.body}. A receiver refuses a
 * timestamp more than five minutes off, and compares in constant time.
 */
final class Signature {

    private Signature() {}

    /**
     * @param timestamp seconds since 1970
     */
    static String of(String secret, long timestamp, byte[] body) {
        return "v1=" + Hmac.of(secret, (timestamp + ".").getBytes(StandardCharsets.US_ASCII), body);
    }
}
