package vn.lienvien.notification.roster.sheet;

import java.time.LocalDate;

/**
 * What a cell shows.
 *
 * @param text NFC, without invisible characters; lines kept
 * @param date when the cell holds a number that Excel may show as a date, else null
 * @param broken Excel shows an error here, such as #REF!
 */
record Content(String text, LocalDate date, boolean broken) {

    static final Content NOTHING = new Content("", null, false);

    boolean isBlank() {
        return !broken && (text.isBlank() || text.matches("[-–—_.xX0 ]+"));
    }
}
