package vn.lienvien.notification.channel.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Stream;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Notice;
import vn.lienvien.notification.channel.Texts;

/** A notice as a mail: case code and what is needed, never who the patient is. */
record Letter(String subject, String body) {

    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("HH:mm dd/MM").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    static Letter of(Delivery delivery, String console) {
        Notice notice = delivery.notice();
        Texts texts = delivery.language().texts();
        String what = texts.what(notice.kind());
        String due = DUE.format(notice.answerBefore());
        String urgency = Objects.toString(notice.urgency(), "");
        String about = about(notice);
        String subject = texts.subject(urgency, about, what, due).strip();
        String body =
                texts.body(
                        urgency,
                        about,
                        Objects.toString(notice.from(), ""),
                        what,
                        due,
                        console + "/obligations/" + delivery.obligation());
        return new Letter(delivery.rung() == 0 ? subject : texts.reminder(subject), body);
    }

    private static String about(Notice notice) {
        return Stream.of(notice.caseCode(), notice.unit())
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }
}
