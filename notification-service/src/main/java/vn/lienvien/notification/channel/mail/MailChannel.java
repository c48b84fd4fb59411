package vn.lienvien.notification.channel.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.channel.Channel;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Fault;

/** Mail to a shared mailbox, by the installation's own SMTP server. */
@ApplicationScoped
public class MailChannel implements Channel {

    private final Mailer mailer;
    private final Letters letters;
    private final NotificationConfig.Mail config;

    MailChannel(Mailer mailer, Letters letters, NotificationConfig config) {
        this.mailer = mailer;
        this.letters = letters;
        this.config = config.mail();
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public boolean isSetUp() {
        return config.enabled();
    }

    @Override
    public Outcome deliver(Delivery delivery) {
        try {
            mailer.send(mail(delivery));
            return Outcome.delivered();
        } catch (RuntimeException e) {
            return outcome(e.getCause() == null ? e : e.getCause());
        }
    }

    /** A server that answers is well, unless it does not let us in. */
    private static Outcome outcome(Throwable failure) {
        if (!(failure instanceof SMTPException said)) {
            return Outcome.deferred("mail-server-away", Fault.CHANNEL);
        }
        String reason = "smtp-" + said.getReplyCode();
        if (reason.startsWith("smtp-53")) {
            return Outcome.deferred(reason, Fault.CHANNEL);
        }
        return said.isPermanent()
                ? Outcome.failed(reason, Fault.RECIPIENT)
                : Outcome.deferred(reason, Fault.RECIPIENT);
    }

    /** The reference lets a mailbox, or a person, see that two copies are one message. */
    private Mail mail(Delivery delivery) {
        Letter letter = letters.of(delivery);
        return Mail.withText(delivery.way().address(), letter.subject(), letter.body())
                .addHeader("Message-ID", "<" + delivery.reference() + "@lienvien>");
    }
}
