package vn.lienvien.notification.channel.mail;

import io.quarkus.mailer.SentMail;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Mailers that hang up on a server which says nothing. Those of Quarkus stop waiting, but keep the
 * connection; once all that there may be are kept so, no mail leaves until a restart, though the
 * server is back. They have no setting for it, so theirs is made where they ask for a client.
 */
@Alternative
@Priority(1)
@Singleton
class HangingUp extends Mailers {

    HangingUp(
            Vertx vertx,
            io.vertx.mutiny.core.Vertx mutiny,
            MailersRuntimeConfig config,
            LaunchMode mode,
            MailerSupport support,
            TlsConfigurationRegistry tls,
            Event<SentMail> sent,
            @ConfigProperty(name = "quarkus.mailer.timeout") Duration silence) {
        super(hangingUp(vertx, silence), mutiny, config, mode, support, tls, sent);
    }

    private static Vertx hangingUp(Vertx vertx, Duration silence) {
        return (Vertx)
                Proxy.newProxyInstance(
                        Vertx.class.getClassLoader(),
                        new Class<?>[] {Vertx.class},
                        (_, method, arguments) -> {
                            if (arguments != null
                                    && arguments.length == 1
                                    && arguments[0] instanceof NetClientOptions client) {
                                client.setIdleTimeout(Math.toIntExact(silence.toMillis()))
                                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
                            }
                            try {
                                return method.invoke(vertx, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
