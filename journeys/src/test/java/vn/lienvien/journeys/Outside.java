package vn.lienvien.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What lies beyond the house while stories are told: an SMS gateway, and a real mail server. */
public record Outside(StubGateway gateway, GreenMail mailServer) implements AutoCloseable {

    static Outside start() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            return new Outside(StubGateway.start(), server);
        } catch (IOException e) {
            server.stop();
            throw new UncheckedIOException(e);
        }
    }

    /** How notification-service is told of both; it repeats quickly, since a story is short. */
    Map<String, String> settings() {
        var settings = new HashMap<>(gateway.settings());
        settings.put("LIENVIEN_NOTIFICATION_CHANNEL_FIRST_RETRY", "PT0.2S");
        settings.put("LIENVIEN_NOTIFICATION_CHANNEL_REST", "PT1S");
        settings.put("LIENVIEN_NOTIFICATION_CHANNEL_PER_HOUR", "1000");
        settings.put("LIENVIEN_NOTIFICATION_MAIL_ENABLED", "true");
        settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        settings.put("QUARKUS_MAILER_PORT", "" + mailServer.getSmtp().getPort());
        return settings;
    }

    /** Subject and text of every mail that this mailbox has. */
    public List<String> mailsTo(String mailbox) {
        var texts = new ArrayList<String>();
        try {
            for (var mail : mailServer.getReceivedMessages()) {
                if (mail.getAllRecipients()[0].toString().equals(mailbox)) {
                    texts.add(mail.getSubject() + "\n" + mail.getContent());
                }
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail cannot be read", e);
        }
        return texts;
    }

    @Override
    public void close() {
        gateway.close();
        mailServer.stop();
    }
}
