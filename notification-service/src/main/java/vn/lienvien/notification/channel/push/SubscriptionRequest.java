package vn.lienvien.notification.channel.push;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a browser's {@code PushSubscription.toJSON()} gives.
 *
 * @param expirationTime part of that JSON, and always null in today's browsers
 */
record SubscriptionRequest(
        @NotNull @Size(max = 1000) String endpoint,
        @NotNull @Valid Keys keys,
        Long expirationTime) {

    /**
     * @param p256dh the browser's public key, base64url
     * @param auth the browser's secret, base64url
     */
    record Keys(@NotNull @Size(max = 120) String p256dh, @NotNull @Size(max = 40) String auth) {}

    @Override
    public String toString() {
        return "SubscriptionRequest";
    }
}
