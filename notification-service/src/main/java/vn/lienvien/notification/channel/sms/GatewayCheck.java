package vn.lienvien.notification.channel.sms;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.ChannelConfig.Sms.Gateway;

/**
 * A gateway that was chosen but not wholly set up stops the start: else nobody would notice that no
 * message leaves until one is missing.
 */
@ApplicationScoped
class GatewayCheck {

    private final SmsChannel channel;
    private final Gateway chosen;

    GatewayCheck(SmsChannel channel, ChannelConfig config) {
        this.channel = channel;
        this.chosen = config.sms().gateway();
    }

    void check(@Observes StartupEvent event) {
        if (chosen != Gateway.OFF && !channel.isSetUp()) {
            throw new IllegalStateException(
                    "lienvien.notification.channel.sms.gateway is %s and needs %s"
                            .formatted(chosen, needs(chosen)));
        }
    }

    private static String needs(Gateway gateway) {
        return switch (gateway) {
            case OFF -> "nothing";
            case ESMS -> "sms.esms.api-key, sms.esms.secret-key and sms.esms.brandname";
            case GENERIC -> "sms.generic.url and sms.generic.accepted";
        };
    }
}
