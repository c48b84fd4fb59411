package vn.lienvien.notification.roster.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.lienvien.notification.roster.domain.OnCall;

/**
 * The sheet Danh bạ, if there is one: phones, and users as in tokens, for the names in the grid.
 * Found by name without titles and accents.
 */
final class Contacts {

    static final String SHEET = "Danh bạ";
    static final String NAME = "Họ tên";
    static final String PHONE = "Điện thoại";
    static final String USER = "Tài khoản";

    private static final Set<String> SHEETS = Set.of("danh ba", "contacts", "dien thoai");
    private static final Pattern TITLES =
            Pattern.compile(
                    "^(?:(?:gs|pgs|ts|ths|bs|bsi|bscki|bsckii|bsck1|bsck2|ck1|ck2|cki|ckii|bsnt|bac si|cn|cndd|dd|ddt|ktv|dr)[. ]+)+");

    private final Map<String, OnCall> byName = new HashMap<>();

    private Contacts() {}

    static Contacts none() {
        return new Contacts();
    }

    static boolean isIn(Grid grid) {
        return SHEETS.contains(Words.fold(grid.name()));
    }

    static Contacts of(Grid grid, List<Found> found) {
        var contacts = new Contacts();
        IntStream.range(0, grid.rows())
                .filter(
                        row ->
                                column(
                                                grid,
                                                row,
                                                label ->
                                                        label.equals("ho ten")
                                                                || label.equals("ho va ten")
                                                                || label.equals("ten")
                                                                || label.equals("name"))
                                        >= 0)
                .findFirst()
                .ifPresent(header -> contacts.read(grid, header, found));
        return contacts;
    }

    Optional<OnCall> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    private void read(Grid grid, int header, List<Found> found) {
        var names = column(grid, header, label -> label.endsWith("ten") || label.equals("name"));
        var phones = column(grid, header, Labels::arePhones);
        var users =
                column(grid, header, label -> label.equals("tai khoan") || label.equals("user"));
        for (var row = header + 1; row < grid.rows(); row++) {
            var name = grid.at(row, names).text();
            if (name.isBlank()) {
                continue;
            }
            var at = new At(row, phones);
            var typed = phones < 0 ? Content.NOTHING : grid.at(row, phones);
            var read = CellReader.phones(typed, at, found);
            var user = users < 0 ? "" : grid.at(row, users).text();
            byName.put(key(name), new OnCall(name, read, user.isBlank() ? null : user));
        }
    }

    private static int column(Grid grid, int row, Predicate<String> heads) {
        return IntStream.range(0, grid.columns())
                .filter(column -> heads.test(Words.fold(grid.at(row, column).text())))
                .findFirst()
                .orElse(-1);
    }

    private static String key(String name) {
        return TITLES.matcher(Words.fold(name))
                .replaceFirst("")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
