package vn.lienvien.transfer.text;

import java.text.Normalizer;

/** Vietnamese can be typed in two ways that look alike; one of them is kept. */
public final class Text {

    private Text() {}

    /** Composed and trimmed; blank is absent. */
    public static String composed(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }
}
