package vn.lienvien.bed.capacity.adapter.rest.sheet;

/**
 * A spreadsheet runs a cell that begins like a formula, wherever the file came from: what goes out
 * has a quote before it, and what comes in is never one.
 */
final class Formulas {

    private static final String STARTS = "=+-@\t\r\n";

    private Formulas() {}

    static String harmless(String cell) {
        return startsLikeOne(cell) ? "'" + cell : cell;
    }

    /** A telephone number begins with + and runs nothing. */
    static boolean isOne(String cell) {
        return startsLikeOne(cell) && !cell.matches("[+-]?[0-9][0-9 .,]*");
    }

    static String restored(String cell) {
        return cell.startsWith("'") && startsLikeOne(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean startsLikeOne(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
    }
}
