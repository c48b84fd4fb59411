package vn.lienvien.notification.channel.sms;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.Hmac;

/**
 * Where a gateway reports. Gateways call a plain address without headers, so the proof is part of
 * it, made from the shared secret for one message alone: an address read in some log is good for
 * nothing else.
 */
@ApplicationScoped
class Callbacks {

    static final String PATH = "/api/v1/channels/sms/receipts/";

    private static final int PROOF = 32;

    private final ChannelConfig.Sms config;

    Callbacks(ChannelConfig config) {
        this.config = config.sms();
    }

    String addressFor(UUID reference) {
        Optional<String> base =
                config.callbackBase().filter(_ -> config.callbackSecret().isPresent());
        return base.map(each -> each + PATH + reference + "/" + proof(reference)).orElse("");
    }

    boolean proves(UUID reference, String proof) {
        return config.callbackSecret().isPresent() && Hmac.same(proof(reference), proof);
    }

    private String proof(UUID reference) {
        byte[] message = reference.toString().getBytes(StandardCharsets.US_ASCII);
        return Hmac.of(config.callbackSecret().orElseThrow(), message).substring(0, PROOF);
    }
}
