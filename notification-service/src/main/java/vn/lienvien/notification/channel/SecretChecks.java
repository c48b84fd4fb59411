package vn.lienvien.notification.channel;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;

/** A secret that could be guessed stops the start. */
@ApplicationScoped
class SecretChecks {

    private static final int SHORTEST_SECRET = 32;

    private final ChannelConfig config;

    SecretChecks(ChannelConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent event) {
        Stream.concat(
                        config.webhook().hosts().values().stream()
                                .map(ChannelConfig.Webhook.Hook::secret),
                        config.sms().callbackSecret().stream())
                .forEach(SecretChecks::longEnough);
    }

    private static void longEnough(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "a secret of lienvien.notification.channel has fewer than "
                            + SHORTEST_SECRET
                            + " characters");
        }
    }
}
