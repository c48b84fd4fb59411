package vn.lienvien.notification.roster.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lienvien.notification.contact.Phones;
import vn.lienvien.notification.roster.domain.OnCall;

/**
 * Reads the people of one cell, written as people write: {@code BS. Nguyễn Văn A 0903 123 456}, one
 * below another, or several with a semicolon or slash between.
 */
final class CellReader {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_PHONES = 5;
    private static final int MOST_PEOPLE = 10;

    private static final Pattern PHONE =
            Pattern.compile(
                    "\\+?\\(?\\d[\\d .()–-]{5,}\\d(?: ?\\(?(?:ext|số lẻ|máy lẻ|lẻ|x)[. :]*\\d{1,5}\\)?)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LOST_ZERO = Pattern.compile("^(?!84)[1-9]");
    private static final Pattern BETWEEN_PHONES = Pattern.compile("[ –-]+(?=0|\\+)");
    private static final Pattern BETWEEN_PEOPLE = Pattern.compile("[\\n;/]");
    private static final Pattern PHONE_WORDS =
            Pattern.compile(
                    "(?<!\\p{L})(?:số )?(?:sđt|sdt|đt|dt|điện thoại|di động|dđ|tel|phone|mobile|zalo|hotline)(?!\\p{L})[ .:]*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Punct}–•]+|[\\s,:;(\\[–•/-]+$");

    private final At at;
    private final List<Found> found;
    private final List<OnCall> people = new ArrayList<>();

    private CellReader(At at, List<Found> found) {
        this.at = at;
        this.found = found;
    }

    static List<OnCall> people(Content cell, At at, List<Found> found) {
        return new CellReader(at, found).read(cell);
    }

    /** A cell that holds only numbers. */
    static List<String> phones(Content cell, At at, List<Found> found) {
        var reader = new CellReader(at, found);
        reader.people.add(new OnCall("", List.of(), null));
        reader.read(cell);
        return reader.people.getFirst().phones();
    }

    static boolean holdsPhone(Content cell) {
        return PHONE.matcher(cell.text()).find();
    }

    private List<OnCall> read(Content cell) {
        if (cell.broken()) {
            report(Finding.CELL_BROKEN);
        } else if (!cell.isBlank()) {
            BETWEEN_PEOPLE.splitAsStream(cell.text()).forEach(this::part);
        }
        if (people.size() > MOST_PEOPLE) {
            report(Finding.TOO_LONG);
        }
        return people;
    }

    private void part(String part) {
        var text = PHONE_WORDS.matcher(part).replaceAll(" ");
        var matched = PHONE.matcher(text);
        var read = 0;
        while (matched.find()) {
            name(text.substring(read, matched.start()));
            typed(matched.group());
            read = matched.end();
        }
        name(text.substring(read));
    }

    private void name(String text) {
        var name = EDGES.matcher(text).replaceAll("");
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        if (name.codePoints().anyMatch(Character::isDigit)) {
            report(
                    name.codePoints().anyMatch(Character::isLetter)
                            ? Finding.NAME_UNCLEAR
                            : Finding.PHONE_WRONG);
        } else {
            if (name.length() > LONGEST_NAME) {
                report(Finding.TOO_LONG);
            }
            people.add(new OnCall(name, List.of(), null));
        }
    }

    private void typed(String typed) {
        if (Phones.dialled(typed).isPresent()) {
            phone(typed);
        } else {
            BETWEEN_PHONES.splitAsStream(typed).forEach(this::phone);
        }
    }

    private void phone(String typed) {
        var dialled = Phones.dialled(typed);
        if (dialled.isEmpty()) {
            report(Finding.PHONE_WRONG);
        } else if (people.isEmpty()) {
            report(Finding.PHONE_ALONE);
        } else {
            if (LOST_ZERO.matcher(typed).find()) {
                report(Finding.ZERO_RESTORED);
            }
            var person = people.removeLast();
            var phones = new ArrayList<>(person.phones());
            phones.add(dialled.get());
            if (phones.size() > MOST_PHONES) {
                report(Finding.TOO_LONG);
            }
            people.add(new OnCall(person.name(), phones, person.user()));
        }
    }

    private void report(Finding what) {
        found.add(new Found(at.toString(), what));
    }
}
