package vn.lienvien.notification.channel.push;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import com.zerodeplibs.webpush.key.KeyExtractionException;
import com.zerodeplibs.webpush.key.MalformedUncompressedBytesException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.outbound.AllowList;

/** A browser names the server that we shall call, so it is not believed. */
@ApplicationScoped
class SubscriptionCheck {

    private static final int SECRET_LENGTH = 16;

    private final AllowList allowed;

    SubscriptionCheck(ChannelConfig config) {
        this.allowed = AllowList.of(config.push().hosts());
    }

    void check(SubscriptionRequest request) {
        List<Violation> violations = new ArrayList<>();
        if (!isPushService(request.endpoint())) {
            violations.add(
                    new Violation(
                            "endpoint", "unknown-push-service", "is no push service we call"));
        }
        if (!areKeys(request.keys())) {
            violations.add(new Violation("keys", "bad-keys", "are no keys of a browser"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
    }

    private boolean isPushService(String endpoint) {
        try {
            return allowed.allows(URI.create(endpoint));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean areKeys(SubscriptionRequest.Keys keys) {
        try {
            UserAgentMessageEncryptionKeyInfo.of(keys.p256dh(), keys.auth());
            return Base64.getUrlDecoder().decode(keys.auth()).length == SECRET_LENGTH;
        } catch (IllegalArgumentException
                | InvalidECPublicKeyException
                | KeyExtractionException
                | MalformedUncompressedBytesException _) {
            return false;
        }
    }
}
