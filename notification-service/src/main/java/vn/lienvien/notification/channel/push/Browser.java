package vn.lienvien.notification.channel.push;

import java.util.UUID;

/**
 * One browser that shows our alerts to its person.
 *
 * @param p256dh its public key, base64url
 * @param auth its secret, base64url
 */
record Browser(UUID id, String endpoint, String p256dh, String auth) {

    /** The endpoint is a capability: whoever knows it can write to that browser. */
    @Override
    public String toString() {
        return "Browser " + id;
    }
}
