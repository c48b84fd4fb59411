package vn.lienvien.notification.roster.sheet;

import java.util.regex.Pattern;

/** A cell's place, counted from 0, named as Excel names it: {@code C7}. */
record At(int row, int column) {

    private static final int LETTERS = 26;

    private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Z]{1,4})\\$?([0-9]{1,7})");

    /** Reads {@code C7}. */
    static At of(String reference) {
        var matched = REFERENCE.matcher(reference);
        if (!matched.matches()) {
            throw new IllegalArgumentException("not a cell");
        }
        var column = 0;
        for (var letter : matched.group(1).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return new At(Integer.parseInt(matched.group(2)) - 1, column - 1);
    }

    @Override
    public String toString() {
        var letters = new StringBuilder();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row + 1).toString();
    }
}
