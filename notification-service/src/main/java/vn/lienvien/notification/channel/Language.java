package vn.lienvien.notification.channel;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/** What a recipient reads. */
public enum Language {
    VI,
    EN;

    public Texts texts() {
        return MessageBundles.get(
                Texts.class, Localized.Literal.of(name().toLowerCase(Locale.ROOT)));
    }
}
