package vn.lienvien.notification.roster.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.lienvien.notification.roster.sheet.Unreadable.Because;

/**
 * Reads the visible sheets of a workbook; what the file is called, or said to be, does not matter.
 */
final class WorkbookReader {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int MOST_ROWS = 500;
    static final int MOST_COLUMNS = 60;
    private static final int LONGEST_TEXT = 1000;
    private static final int SHORTEST = 8;

    /** Day numbers of Excel that can be dates of a roster: the years 2000 to 2099. */
    private static final BigDecimal FIRST_DATE = BigDecimal.valueOf(36_526);

    private static final BigDecimal LAST_DATE = BigDecimal.valueOf(73_050);

    private WorkbookReader() {}

    static List<Grid> read(byte[] file) throws Unreadable {
        if (file.length > MOST_BYTES) {
            throw new Unreadable(Because.TOO_LARGE);
        }
        if (file.length < SHORTEST) {
            throw new Unreadable(Because.NOT_A_WORKBOOK);
        }
        if (ReadableWorkbook.isOLE2Header(file)) {
            throw new Unreadable(Because.OLD_OR_LOCKED);
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(file)) {
            throw new Unreadable(Because.NOT_A_WORKBOOK);
        }
        var inspection = Inspection.of(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var grids = new ArrayList<Grid>();
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    grids.add(grid(sheet, inspection));
                }
            }
            return grids;
        } catch (IOException | RuntimeException e) {
            // The reader meets a damaged part with whatever exception comes up.
            throw new Unreadable(Because.DAMAGED);
        }
    }

    private static Grid grid(Sheet sheet, Inspection inspection) throws IOException, Unreadable {
        Map<At, Content> cells = new HashMap<>();
        try (var rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (Cell cell : row) {
                    if (cell != null) {
                        keep(cell, cells);
                    }
                }
            }
        }
        return Grid.of(sheet.getName(), cells, inspection.merged(sheet.getId()));
    }

    private static void keep(Cell cell, Map<At, Content> cells) throws Unreadable {
        var content = content(cell);
        if (content.text().isEmpty() && !content.broken()) {
            return;
        }
        var at = new At(cell.getAddress().getRow(), cell.getAddress().getColumn());
        if (at.row() >= MOST_ROWS
                || at.column() >= MOST_COLUMNS
                || content.text().length() > LONGEST_TEXT) {
            throw new Unreadable(Because.TOO_LARGE);
        }
        cells.put(at, content);
    }

    private static Content content(Cell cell) {
        return switch (cell.getValue()) {
            case null -> Content.NOTHING;
            case BigDecimal number -> new Content(plain(number), date(cell, number), false);
            case Object value -> {
                var text = Words.clean(value.toString());
                yield cell.getType() == CellType.ERROR || text.matches("#[A-Z/0!?]+")
                        ? new Content("", null, true)
                        : new Content(text, null, false);
            }
        };
    }

    /** As it was typed, never 9.03E8; a number too long to be typed stays out. */
    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > 20
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }

    private static LocalDate date(Cell cell, BigDecimal number) {
        return cell.getType() == CellType.NUMBER
                        && number.compareTo(FIRST_DATE) >= 0
                        && number.compareTo(LAST_DATE) <= 0
                ? cell.asDate().toLocalDate()
                : null;
    }
}
