package vn.lienvien.notification.channel.push;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.Delivery;

/** One message as a push service wants it: encrypted for the browser, signed by us. */
record PushRequest(Map<String, String> headers, EncryptedPushMessage message) {

    private static final int SIGNED_FOR_HOURS = 12;

    static PushRequest of(
            Delivery delivery,
            byte[] payload,
            Browser browser,
            VAPIDKeyPair keys,
            ChannelConfig.Push config) {
        EncryptedPushMessage message =
                MessageEncryptions.of()
                        .encrypt(
                                UserAgentMessageEncryptionKeyInfo.of(
                                        browser.p256dh(), browser.auth()),
                                PushMessage.of(payload));
        VAPIDJWTParam claims =
                VAPIDJWTParam.getBuilder()
                        .resourceURLString(browser.endpoint())
                        .expiresAfter(SIGNED_FOR_HOURS, TimeUnit.HOURS)
                        .subject(config.subject())
                        .build();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", keys.generateAuthorizationHeaderValue(claims));
        headers.put("Content-Type", message.mediaType());
        headers.put("Content-Encoding", message.contentEncoding());
        headers.put("TTL", Long.toString(config.keptFor().toSeconds()));
        headers.put("Urgency", delivery.notice().urgent() ? "high" : "normal");
        headers.put("Topic", topic(delivery.reference()));
        return new PushRequest(headers, message);
    }

    /** A repeat replaces the one that still waits for a sleeping phone. */
    private static String topic(UUID reference) {
        byte[] bytes =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(reference.getMostSignificantBits())
                        .putLong(reference.getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
