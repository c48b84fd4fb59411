package vn.lienvien.notification.mail;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** A notice in the reader's language: case code and what is needed, never who the patient is. */
record Letter(String subject, String body) {

    private static final Set<String> LANGUAGES = Set.of("vi", "en");
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("HH:mm dd/MM").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    static Letter of(Notice notice, String language, String console) {
        var texts =
                MessageBundles.get(
                        Texts.class,
                        Localized.Literal.of(LANGUAGES.contains(language) ? language : "vi"));
        var what = texts.what(notice.what());
        var due = DUE.format(notice.due());
        var urgency = notice.urgency() == null ? "" : notice.urgency();
        var subject = texts.subject(urgency, notice.about(), what, due).strip();
        var body =
                texts.body(
                        urgency,
                        notice.about(),
                        notice.origin() == null ? "" : notice.origin(),
                        what,
                        due,
                        console + "/obligations/" + notice.obligation());
        return new Letter(notice.step() == 0 ? subject : texts.reminder(subject), body);
    }
}
