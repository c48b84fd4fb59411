package vn.lienvien.notification.channel.mail;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Language;
import vn.lienvien.notification.channel.Notice;
import vn.lienvien.notification.channel.Texts;

/** A notice as a mail: case code and what is needed, never who the patient is. */
@ApplicationScoped
class Letters {

    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("HH:mm dd/MM").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Template vietnamese;
    private final Template english;
    private final NotificationConfig.Mail config;

    Letters(
            @Location("letter/vi.txt") Template vietnamese,
            @Location("letter/en.txt") Template english,
            NotificationConfig config) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.config = config.mail();
    }

    Letter of(Delivery delivery) {
        Notice notice = delivery.notice();
        Texts texts = delivery.language().texts();
        String what = texts.what(notice.kind());
        String due = DUE.format(notice.answerBefore());
        String subject = texts.subject(about(notice), what, due);
        String body =
                template(delivery.language())
                        .data("notice", notice)
                        .data("what", what)
                        .data("due", due)
                        .data("link", config.console() + "/obligations/" + delivery.obligation())
                        .render();
        return new Letter(delivery.rung() == 0 ? subject : texts.reminder(subject), body);
    }

    private Template template(Language language) {
        return switch (language) {
            case VI -> vietnamese;
            case EN -> english;
        };
    }

    /** What a full mailbox is searched by; empty when neither a case nor a unit is concerned. */
    private static String about(Notice notice) {
        String about =
                Stream.of(
                                notice.urgency(),
                                notice.caseCode() == null ? notice.unit() : notice.caseCode())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" "));
        return about.isEmpty() ? "" : about + ": ";
    }
}
