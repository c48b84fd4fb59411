package vn.lienvien.notification.channel;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import vn.lienvien.events.AlertEvent.ObligationKind;

/** The words of every message, in {@code messages/notice_vi.properties} and {@code notice_en}. */
@MessageBundle("notice")
public interface Texts {

    /** What is needed, in a few words. */
    @Message
    String what(ObligationKind kind);

    @Message
    String subject(String about, String what, String due);

    @Message
    String reminder(String subject);
}
