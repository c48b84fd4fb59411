package vn.lienvien.notification.roster.sheet;

/**
 * A finding and its cell.
 *
 * @param cell as Excel names it, such as {@code C7}
 */
public record Found(String cell, Finding what) {

    static Found at(int row, int column, Finding what) {
        return new Found(new At(row, column).toString(), what);
    }
}
