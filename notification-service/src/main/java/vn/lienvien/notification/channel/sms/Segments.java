package vn.lienvien.notification.channel.sms;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * How much text fits: 160 plain characters in one message or 153 in each of several; with accents,
 * which make it Unicode, 70 or 67. Vietnamese without accents is still readable, and half the
 * price.
 */
final class Segments {

    private static final int PLAIN = 160;
    private static final int PLAIN_PART = 153;
    private static final int UNICODE = 70;
    private static final int UNICODE_PART = 67;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x20-\\x7e]");

    /** Take two places each in the alphabet of GSM 03.38, or are not in it. */
    private static final Pattern COSTLY = Pattern.compile("[\\[\\]{}\\\\^~|`]");

    private Segments() {}

    static String withoutAccents(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String plain = bare.replace('đ', 'd').replace('Đ', 'D');
        return NOT_PLAIN.matcher(COSTLY.matcher(plain).replaceAll("")).replaceAll("?");
    }

    /** Cut to what so many segments hold, at a word. */
    static String fit(String text, boolean unicode, int segments) {
        int room =
                segments == 1
                        ? unicode ? UNICODE : PLAIN
                        : segments * (unicode ? UNICODE_PART : PLAIN_PART);
        if (text.length() <= room) {
            return text;
        }
        int space = text.lastIndexOf(' ', room);
        return text.substring(0, space > 0 ? space : room).stripTrailing();
    }
}
