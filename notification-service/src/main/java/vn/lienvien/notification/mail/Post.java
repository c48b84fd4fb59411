package vn.lienvien.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import vn.lienvien.notification.NotificationConfig;

/** Sends what is due, outside any transaction: a slow mail server must hold no lock. */
@ApplicationScoped
class Post {

    private static final Logger LOG = Logger.getLogger(Post.class);
    private static final int BATCH = 20;

    private final Deliveries deliveries;
    private final Mailer mailer;
    private final NotificationConfig.Mail config;

    Post(Deliveries deliveries, Mailer mailer, NotificationConfig config) {
        this.deliveries = deliveries;
        this.mailer = mailer;
        this.config = config.mail();
    }

    @Scheduled(
            every = "{lienvien.notification.mail.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sendWhatIsDue() {
        if (!config.enabled()) {
            return;
        }
        List<Delivery> taken;
        do {
            taken = deliveries.take(BATCH);
            taken.forEach(this::send);
        } while (taken.size() == BATCH);
    }

    private void send(Delivery delivery) {
        try {
            mailer.send(mail(delivery));
            deliveries.sent(delivery);
        } catch (RuntimeException e) {
            var fault = (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
            LOG.warnf(
                    "mail %s not sent at attempt %d: %s",
                    delivery.id(), delivery.attempts(), fault);
            deliveries.failed(delivery, fault);
        }
    }

    /** The reference lets a mailbox, or a person, see that two copies are one message. */
    private Mail mail(Delivery delivery) {
        var letter = Letter.of(delivery.notice(), delivery.language(), config.console());
        return Mail.withText(delivery.address(), letter.subject(), letter.body())
                .addHeader("Message-ID", "<" + delivery.id() + "@lienvien>");
    }
}
