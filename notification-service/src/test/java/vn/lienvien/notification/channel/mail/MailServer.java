package vn.lienvien.notification.channel.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;
import vn.lienvien.local.Ports;

/**
 * A real SMTP server in this JVM, and a service that sends through it. How long it is waited for is
 * given by whoever tests just that: the first mail of a process takes a while.
 */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    private static final Duration IN_THE_END = Duration.ofSeconds(30);

    /** Name of the argument. */
    public static final String SILENCE = "silence";

    private GreenMail server;
    private String silence;

    @Override
    public void init(Map<String, String> arguments) {
        silence = arguments.getOrDefault(SILENCE, IN_THE_END.toString());
    }

    @Override
    public Map<String, String> start() {
        // a port known beforehand, so that a server that was away comes back at the same address
        var setup = new ServerSetup(Ports.orFree(0), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(IN_THE_END.toMillis());
        server = new GreenMail(setup);
        server.start();
        return Map.of(
                "lienvien.notification.mail.enabled",
                "true",
                "quarkus.mailer.timeout",
                silence,
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                String.valueOf(server.getSmtp().getPort()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(GreenMail.class));
    }

    @Override
    public void stop() {
        server.stop();
    }
}
