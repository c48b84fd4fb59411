package vn.lienvien.notification.roster.sheet;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Hours;

/** Reads what heads a row: which line, which hours, or that the row holds phone numbers. */
final class Labels {

    /** In this order: a doctor of the ECMO team is its operator. */
    private static final List<Line> LINES =
            List.of(
                    new Line(
                            DutyLine.ECMO_OPERATOR,
                            "ecmo|tim phoi nhan tao|tuan hoan ngoai co the"),
                    new Line(DutyLine.LEADER, "lanh dao|ban giam doc|bgd|tong truc|leader"),
                    new Line(DutyLine.NURSE, "dieu duong|dd|ddv|nurses?"),
                    new Line(DutyLine.DOCTOR, "bac si|bac sy|bs|doctors?"));

    private static final String CLOCK = "(\\d{1,2})(?: ?(?:h|g|gio|:|\\.) ?(\\d{2})?(?:h|p)?)?";
    private static final Pattern HOURS =
            Pattern.compile(CLOCK + " ?(?:-+|–|—|->|→|den|toi|to) ?" + CLOCK + "(?!\\d)");
    private static final Pattern WHOLE =
            word("24 ?(?:h|/ ?24|/ ?7|gio)|ca ngay(?: va)? dem|ngay dem");
    private static final Pattern NIGHT = word("dem|night");
    private static final Pattern DAY = word("(?:ban |ca )?ngay|day");
    private static final Pattern UNCLEAR = word("ca|sang|chieu|toi|trua|kip \\d|\\d+ ?h");
    private static final Pattern PHONES =
            Pattern.compile("^(?:sdt|(?:so )?(?:dt|dien thoai)|phone|tel|mobile)(?![a-z])");
    private static final Pattern NUMBER_ONLY = Pattern.compile("[\\d .)]*");

    private record Line(DutyLine line, Pattern named) {
        Line(DutyLine line, String words) {
            this(line, word(words));
        }
    }

    private Labels() {}

    static Optional<DutyLine> line(String label) {
        return LINES.stream()
                .filter(each -> each.named().matcher(label).find())
                .map(Line::line)
                .findFirst();
    }

    static boolean arePhones(String label) {
        return PHONES.matcher(label).find();
    }

    /** A running number heads nothing. */
    static boolean saysNothing(String label) {
        return NUMBER_ONLY.matcher(label).matches();
    }

    /** Speaks of a time, clear or not. */
    static boolean speaksOfTime(String label) {
        return hours(label).isPresent() || UNCLEAR.matcher(label).find();
    }

    /** Empty when the label names no time, or one that cannot be told. */
    static Optional<Hours> hours(String label) {
        var clock = HOURS.matcher(label);
        if (clock.find()) {
            try {
                return Optional.of(
                        new Hours(
                                time(clock.group(1), clock.group(2)),
                                time(clock.group(3), clock.group(4))));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        if (WHOLE.matcher(label).find()) {
            return Optional.of(Hours.WHOLE);
        }
        if (NIGHT.matcher(label).find()) {
            return Optional.of(Hours.NIGHT);
        }
        return DAY.matcher(label).find() ? Optional.of(Hours.DAY) : Optional.empty();
    }

    /** 24:00 is the midnight that follows. */
    private static LocalTime time(String hour, String minute) {
        var hours = Integer.parseInt(hour);
        return LocalTime.of(hours == 24 ? 0 : hours, minute == null ? 0 : Integer.parseInt(minute));
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?<![a-z\\d])(?:" + words + ")(?![a-z\\d])");
    }
}
