package vn.lienvien.bed.capacity.adapter.rest.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file, if it is UTF-8 as every spreadsheet can write it. */
final class SheetText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SheetText() {}

    static String of(byte[] file) throws Unreadable {
        if (file == null || file.length == 0) {
            throw new Unreadable(Unreadable.Because.EMPTY);
        }
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3) {
            throw new Unreadable(Unreadable.Because.IS_A_WORKBOOK);
        }
        var text = decode(file);
        text = text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (text.isBlank()) {
            throw new Unreadable(Unreadable.Because.EMPTY);
        }
        // an odd quote was never closed: the rest of the file would be one cell
        if (text.indexOf('\0') >= 0 || text.chars().filter(it -> it == '"').count() % 2 == 1) {
            throw new Unreadable(Unreadable.Because.DAMAGED);
        }
        return text;
    }

    /** Excel writes ; where the comma is the decimal sign, as in Vietnam. */
    static char separator(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        var first = text.substring(0, end);
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf('\t') >= 0 && first.indexOf(';') < 0 ? '\t' : ';';
    }

    private static String decode(byte[] file) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(Unreadable.Because.NOT_UTF8);
        }
    }
}
