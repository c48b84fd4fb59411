package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.ResourceBundle;

/** The two languages of texts for people. */
enum Language {
    VI("vi"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The first of ours that the reader accepts. */
    static Language of(HttpHeaders headers, Language otherwise) {
        for (var accepted : headers.getAcceptableLanguages()) {
            for (var language : values()) {
                if (accepted.getLanguage().equals(language.tag)) {
                    return language;
                }
            }
        }
        return otherwise;
    }

    /** The text of a key; a test proves that both languages have every key. */
    String text(String key) {
        return ResourceBundle.getBundle(
                        "messages/transfer",
                        Locale.of(tag),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
