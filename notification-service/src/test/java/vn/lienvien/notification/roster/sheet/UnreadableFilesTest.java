package vn.lienvien.notification.roster.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.notification.roster.sheet.Unreadable.Because;

/** Files that are damaged, disguised, or made to take all memory. */
class UnreadableFilesTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final byte[] USUAL = Workbooks.usual();

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatCannotBeTakenIsRefused(byte[] file, Because expected) {
        var refused =
                catchThrowableOfType(
                        Unreadable.class,
                        () -> RosterSheet.read(file, null, LocalDate.of(2026, 11, 22)));

        assertThat(refused.because()).isEqualTo(expected);
    }

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                argumentSet("empty", new byte[0], Because.NOT_A_WORKBOOK),
                argumentSet(
                        "CSV named .xlsx", "Thứ 2;Thứ 3".getBytes(UTF_8), Because.NOT_A_WORKBOOK),
                argumentSet(
                        "an old .xls or one with a password",
                        new byte[] {
                            (byte) 0xD0,
                            (byte) 0xCF,
                            0x11,
                            (byte) 0xE0,
                            (byte) 0xA1,
                            (byte) 0xB1,
                            0x1A,
                            (byte) 0xE1
                        },
                        Because.OLD_OR_LOCKED),
                argumentSet("cut off", Arrays.copyOf(USUAL, USUAL.length / 2), Because.DAMAGED),
                argumentSet("a zip of something else", zip("letter.txt", "hello"), Because.DAMAGED),
                argumentSet(
                        "not XML", changed(SHEET, _ -> "<worksheet><sheetData>"), Because.DAMAGED),
                argumentSet(
                        "a cell that is none",
                        changed(SHEET, xml -> xml.replace("r=\"A1\"", "r=\"1A\"")),
                        Because.DAMAGED),
                argumentSet(
                        "an entity of its own",
                        changed(
                                SHEET,
                                xml ->
                                        "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData>&a;</sheetData></worksheet>"),
                        Because.DAMAGED),
                argumentSet(
                        "a column beyond Excel",
                        changed(SHEET, xml -> xml.replace("r=\"A1\"", "r=\"ZZZZ1\"")),
                        Because.TOO_LARGE),
                argumentSet(
                        "text far to the right",
                        Workbooks.usualWith(sheet -> sheet.value(5, 61, "x1")),
                        Because.TOO_LARGE),
                argumentSet(
                        "text far below",
                        Workbooks.usualWith(sheet -> sheet.value(600, 0, "x1")),
                        Because.TOO_LARGE),
                argumentSet(
                        "a page of text in a cell",
                        Workbooks.usualWith(sheet -> sheet.value(5, 5, "x".repeat(1001))),
                        Because.TOO_LARGE),
                argumentSet("merged without end", changed(SHEET, Merged.MANY), Because.TOO_LARGE),
                argumentSet(
                        "a zip bomb",
                        changed("xl/sharedStrings.xml", xml -> xml + " ".repeat(17 * 1024 * 1024)),
                        Because.TOO_LARGE),
                argumentSet("over 5 MiB", new byte[5 * 1024 * 1024 + 1], Because.TOO_LARGE));
    }

    private static final class Merged {
        static final UnaryOperator<String> MANY =
                xml ->
                        xml.replace(
                                "<mergeCells",
                                "<mergeCells>"
                                        + "<mergeCell ref=\"A1:BH500\"/>".repeat(3)
                                        + "</mergeCells><mergeCells");
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] changed(String part, UnaryOperator<String> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = ZipFile.builder().setByteArray(USUAL).get();
                var to = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(from.getEntries())) {
                var content = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, UTF_8)).getBytes(UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
    }
}
