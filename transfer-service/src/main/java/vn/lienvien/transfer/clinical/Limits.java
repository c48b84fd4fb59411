package vn.lienvien.transfer.clinical;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The ranges of {@code clinical/ranges.txt}, and how they are looked up and kept. */
record Limits(List<Limit> all) {

    static final Limits SHIPPED = shipped();

    private static final int COLUMNS = 6;
    private static final int DIGITS = 20;

    /**
     * One row.
     *
     * @param from of what holds
     * @param to of what holds
     * @param asks empty when nothing that holds is unusual
     */
    record Limit(
            String field,
            String unit,
            BigDecimal from,
            BigDecimal to,
            List<Asks> asks,
            boolean adultsOnly) {

        boolean holds(BigDecimal value) {
            return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
        }

        String right() {
            return from.toPlainString()
                    + " – "
                    + to.toPlainString()
                    + (unit.equals("-") ? "" : " " + unit);
        }
    }

    /** A bound beyond which a value is asked about, such as {@code <=7.20}. */
    record Asks(String sign, BigDecimal bound) {

        static Asks read(String text) {
            var sign = text.replaceAll("[^<>=]", "");
            return new Asks(sign, new BigDecimal(text.substring(sign.length())));
        }

        boolean about(BigDecimal value) {
            int side = value.compareTo(bound);
            return switch (sign) {
                case "<" -> side < 0;
                case "<=" -> side <= 0;
                case ">" -> side > 0;
                case ">=" -> side >= 0;
                default -> throw new IllegalArgumentException("no such bound: " + sign);
            };
        }
    }

    void check(JsonNode picture, boolean adult, List<Finding> refused, List<Finding> unusual) {
        for (var limit : all) {
            if (adult || !limit.adultsOnly()) {
                each(
                        picture,
                        limit.field(),
                        (field, value) -> check(limit, field, value, refused, unusual));
            }
        }
    }

    private static void check(
            Limit limit,
            String field,
            BigDecimal value,
            List<Finding> refused,
            List<Finding> unusual) {
        if (!plain(value) || !limit.holds(value)) {
            add(new Finding(field, "out-of-range", limit.right()), refused);
        } else if (limit.asks().stream().anyMatch(bound -> bound.about(value))) {
            add(new Finding(field, "unusual"), unusual);
        }
    }

    /** Two rows may say the same of one value. */
    private static void add(Finding finding, List<Finding> to) {
        if (!to.contains(finding)) {
            to.add(finding);
        }
    }

    /** Every number under a field's name, by the names of the list's entries. */
    private static void each(JsonNode picture, String field, BiConsumer<String, BigDecimal> found) {
        int list = field.indexOf("[].");
        if (list < 0) {
            var node = picture.at(pointer(field));
            if (node.isNumber()) {
                found.accept(field, node.decimalValue());
            }
            return;
        }
        var entries = picture.at(pointer(field.substring(0, list)));
        var rest = field.substring(list + 3);
        for (int i = 0; i < entries.size(); i++) {
            var node = entries.get(i).path(rest);
            if (node.isNumber()) {
                found.accept(field.substring(0, list) + "[" + i + "]." + rest, node.decimalValue());
            }
        }
    }

    static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }

    /** Nobody measures to twenty digits, and such a number costs memory to convert. */
    static boolean plain(BigDecimal value) {
        return value.precision() <= DIGITS && Math.abs(value.scale()) <= DIGITS;
    }

    private static Limits shipped() {
        try (InputStream table = Limits.class.getResourceAsStream("/clinical/ranges.txt")) {
            var text =
                    new String(
                            Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return new Limits(
                    text.lines()
                            .filter(Predicate.not(String::isBlank))
                            .filter(line -> !line.startsWith("#"))
                            .map(Limits::row)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Limit row(String line) {
        var cell = line.strip().split("\\s+", -1);
        if (cell.length != COLUMNS) {
            throw new IllegalArgumentException("not a range: " + line);
        }
        var holds = cell[2].split("\\.\\.", -1);
        return new Limit(
                cell[0],
                cell[1],
                new BigDecimal(holds[0]),
                new BigDecimal(holds[1]),
                cell[3].equals("-")
                        ? List.of()
                        : Arrays.stream(cell[3].split(",", -1)).map(Asks::read).toList(),
                cell[4].equals("adult"));
    }
}
