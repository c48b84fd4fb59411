package vn.lienvien.notification.channel;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import vn.lienvien.events.Urgency;

/** Says a notice in words: case code and what is needed, and nothing else. */
@ApplicationScoped
public class Wording {

    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_TOO = DateTimeFormatter.ofPattern("HH:mm dd/MM");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Template vietnamese;
    private final Template english;

    Wording(
            @Location("notice/vi.txt") Template vietnamese,
            @Location("notice/en.txt") Template english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String text(Notice notice, Language language) {
        Template template =
                switch (language) {
                    case VI -> vietnamese;
                    case EN -> english;
                };
        String text =
                template.data("notice", notice)
                        .data("what", language.texts().what(notice.kind()))
                        .data("before", before(notice))
                        .render();
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Only U3 has so much time that the day could be in doubt. */
    private static String before(Notice notice) {
        return (notice.urgency() == Urgency.U3 ? DAY_TOO : TIME)
                .format(notice.answerBefore().atZone(HERE));
    }
}
