package vn.lienvien.bed.capacity.adapter.rest.sheet;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A row by the names of its columns. What cannot be read is noted as a fault and counts as blank.
 *
 * @param number as a spreadsheet counts
 */
record Row(int number, Map<String, String> cells, List<Fault.At> faults) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final int MOST = 10_000;

    /** Null when blank. */
    String text(String column) {
        return cells.get(column);
    }

    String required(String column) {
        if (text(column) == null && !isFaulty(column)) {
            fault(column, Fault.REQUIRED);
        }
        return text(column);
    }

    /** Blank is unknown. */
    Integer number(String column) {
        return read(column, Fault.NOT_A_NUMBER, Row::whole);
    }

    int requiredNumber(String column) {
        required(column);
        var number = number(column);
        return number == null ? 0 : number;
    }

    /** Null when blank or wrong; the function throws IllegalArgumentException at what is wrong. */
    <T> T read(String column, Fault otherwise, Function<String, T> reading) {
        if (text(column) == null) {
            return null;
        }
        try {
            return reading.apply(text(column));
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(column, otherwise);
            return null;
        }
    }

    void fault(String column, Fault what) {
        faults.add(new Fault.At(number, column, what));
    }

    private boolean isFaulty(String column) {
        return faults.stream().anyMatch(it -> it.row() == number && column.equals(it.column()));
    }

    private static Integer whole(String cell) {
        if (!NUMBER.matcher(cell).matches() || Integer.parseInt(cell) > MOST) {
            throw new IllegalArgumentException();
        }
        return Integer.valueOf(cell);
    }
}
