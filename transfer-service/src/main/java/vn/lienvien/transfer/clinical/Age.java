package vn.lienvien.transfer.clinical;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How old the patient is: by the birth date where there is one, else as it was said. Two answers
 * that cannot both be right are refused, since units are chosen by the age.
 */
final class Age {

    private static final String YEARS = "ageYears";
    private static final String DAYS = "ageDays";
    private static final String CONTRADICTS = "contradicts";
    private static final int FIRST_YEAR = 366;

    private Age() {}

    /**
     * @param born null when not known
     * @param day of the request, where the hospital is
     */
    static void settle(ObjectNode picture, LocalDate born, LocalDate day, List<Finding> refused) {
        if (born != null && !born.isAfter(day)) {
            byBirth(picture, born, day, refused);
        } else {
            asSaid(picture, refused);
        }
    }

    /** Many count years by the calendar, and a day by the night: so much may differ. */
    private static void byBirth(
            ObjectNode picture, LocalDate born, LocalDate day, List<Finding> refused) {
        int years = Period.between(born, day).getYears();
        long days = ChronoUnit.DAYS.between(born, day);
        if (differs(picture, YEARS, years)) {
            refused.add(new Finding(YEARS, CONTRADICTS, Integer.toString(years)));
        } else {
            picture.put(YEARS, years);
        }
        if (differs(picture, DAYS, days)) {
            refused.add(new Finding(DAYS, CONTRADICTS, Long.toString(days)));
        } else if (days <= FIRST_YEAR) {
            picture.put(DAYS, days);
        } else {
            picture.remove(DAYS);
        }
    }

    private static boolean differs(ObjectNode picture, String field, long right) {
        return picture.path(field).isInt() && Math.abs(picture.path(field).longValue() - right) > 1;
    }

    /** The year that is just full has 365 days or 366. */
    private static void asSaid(ObjectNode picture, List<Finding> refused) {
        if (!picture.path(DAYS).isInt()) {
            return;
        }
        int days = picture.path(DAYS).intValue();
        int years = days / FIRST_YEAR;
        if (!picture.path(YEARS).isInt()) {
            picture.put(YEARS, years);
        } else if (picture.path(YEARS).intValue() != years
                && picture.path(YEARS).intValue() != days / (FIRST_YEAR - 1)) {
            refused.add(new Finding(YEARS, CONTRADICTS, Integer.toString(years)));
        }
    }
}
