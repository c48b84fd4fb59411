package vn.lienvien.bed.capacity.adapter.rest.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file of rows (RFC 4180; also with ; or tab) whose first row names the columns, with what is
 * wrong with it as a table.
 */
final class Sheet {

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 40;
    private static final int LONGEST_CELL = 500;

    private final List<Row> rows = new ArrayList<>();
    private final List<Fault.At> faults = new ArrayList<>();

    private Sheet() {}

    List<Row> rows() {
        return rows;
    }

    List<Fault.At> faults() {
        return faults;
    }

    static Sheet read(byte[] file, List<String> required, List<String> optional) throws Unreadable {
        var records = records(SheetText.of(file));
        var sheet = new Sheet();
        int first = 0;
        while (isBlank(records.get(first))) {
            first++;
        }
        var names = names(records.get(first));
        sheet.checkNames(names, required, optional);
        if (sheet.faults.isEmpty()) {
            for (int i = first + 1; i < records.size(); i++) {
                sheet.add(i + 1, names, records.get(i));
            }
            if (sheet.rows.isEmpty() && sheet.faults.isEmpty()) {
                sheet.faults.add(new Fault.At(1, null, Fault.NO_ROWS));
            }
        }
        return sheet;
    }

    private static List<List<String>> records(String text) throws Unreadable {
        var records = new ArrayList<List<String>>();
        try (var csv =
                CsvReader.builder()
                        .fieldSeparator(SheetText.separator(text))
                        .skipEmptyLines(false)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            for (CsvRecord each : csv) {
                var fields = each.getFields();
                if (records.size() > MOST_ROWS
                        || fields.size() > MOST_COLUMNS
                        || fields.stream().anyMatch(it -> it.length() > LONGEST_CELL)) {
                    throw new Unreadable(Unreadable.Because.TOO_LARGE);
                }
                records.add(fields);
            }
        } catch (CsvParseException e) {
            throw new Unreadable(Unreadable.Because.DAMAGED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records.stream().allMatch(Sheet::isBlank)) {
            throw new Unreadable(Unreadable.Because.EMPTY);
        }
        return records;
    }

    private static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isBlank);
    }

    private static List<String> names(List<String> first) {
        return first.stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private void checkNames(List<String> names, List<String> required, List<String> optional) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name)) {
                faults.add(new Fault.At(1, shown(name), Fault.COLUMN_TWICE));
            } else if (!required.contains(name) && !optional.contains(name)) {
                faults.add(new Fault.At(1, shown(name), Fault.COLUMN_UNKNOWN));
            }
        }
        required.stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> faults.add(new Fault.At(1, name, Fault.COLUMN_MISSING)));
    }

    /** What a file calls a column is shown back only as far as it may be a name. */
    private static String shown(String name) {
        return name.matches("[a-z0-9_ ]{1,40}") ? name : "?";
    }

    /** Rows that a spreadsheet leaves blank are counted as it counts them, and are none. */
    private void add(int number, List<String> names, List<String> fields) {
        if (isBlank(fields)) {
            return;
        }
        if (fields.size() != names.size()) {
            faults.add(new Fault.At(number, null, Fault.RAGGED));
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            var cell = fields.get(i).strip();
            if (Formulas.isOne(cell)) {
                faults.add(new Fault.At(number, names.get(i), Fault.FORMULA));
            } else if (!cell.isEmpty()) {
                cells.put(names.get(i), Formulas.restored(cell));
            }
        }
        rows.add(new Row(number, cells, faults));
    }
}
