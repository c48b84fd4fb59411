package vn.lienvien.notification.obligation;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.lienvien.notification.obligation.domain.Does;
import vn.lienvien.notification.obligation.domain.Effect;
import vn.lienvien.notification.obligation.domain.Kind;
import vn.lienvien.notification.obligation.domain.Ladder;
import vn.lienvien.notification.obligation.domain.LadderRule;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Policy;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.obligation.domain.Rung;
import vn.lienvien.notification.obligation.domain.Scope;
import vn.lienvien.notification.obligation.domain.Urgency;
import vn.lienvien.notification.obligation.domain.Whose;

/**
 * Reads policies as a hospital group would keep them: four tables of words, shipped as resources
 * and each replaceable by a file of the same name in a folder of one's own.
 */
public final class PolicyTables {

    private static final String ALL = "*";
    private static final String NOBODY = "-";

    private PolicyTables() {}

    public static Policies read(Optional<Path> folder) {
        return new Policies(
                rows(folder, "openings.txt").map(PolicyTables::policy).toList(),
                rows(folder, "effects.txt").flatMap(PolicyTables::effects).toList(),
                rows(folder, "ladders.txt").flatMap(PolicyTables::ladders).toList(),
                rows(folder, "authorities.txt")
                        .flatMap(row -> list(row[1]).map(hospital -> Map.entry(hospital, row[0])))
                        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Policy policy(String[] row) {
        return new Policy(
                row[0],
                Kind.valueOf(row[1]),
                Role.valueOf(row[2]),
                Whose.valueOf(row[3]),
                unlessAll(row[4], Function.identity()),
                dueAfter(Arrays.copyOfRange(row, 5, 9)));
    }

    private static Map<Urgency, Duration> dueAfter(String[] byClass) {
        var due = new EnumMap<Urgency, Duration>(Urgency.class);
        var classes = Urgency.values();
        for (int i = 0; i < classes.length; i++) {
            if (!byClass[i].equals(NOBODY)) {
                due.put(classes[i], Duration.parse(byClass[i]));
            }
        }
        return due;
    }

    private static Stream<Effect> effects(String[] row) {
        return list(row[3])
                .map(
                        on ->
                                new Effect(
                                        Kind.valueOf(row[0]),
                                        on,
                                        Scope.valueOf(row[1]),
                                        Does.valueOf(row[2]),
                                        row.length > 4 ? Duration.parse(row[4]) : null));
    }

    private static Stream<LadderRule> ladders(String[] row) {
        var ladder = new Ladder(row[0], list(row[4]).map(PolicyTables::rung).toList());
        Set<Urgency> urgencies =
                row[2].equals(ALL)
                        ? Set.of()
                        : list(row[2]).map(Urgency::valueOf).collect(toUnmodifiableSet());
        return list(row[1])
                .map(
                        kind ->
                                new LadderRule(
                                        ladder,
                                        unlessAll(kind, Kind::valueOf),
                                        urgencies,
                                        unlessAll(row[3], Function.identity())));
    }

    /** {@code 50}, or {@code 100:COORDINATOR@COORDINATOR}. */
    private static Rung rung(String text) {
        var parts = text.split("[:@]", -1);
        return parts.length == 1
                ? new Rung(Integer.parseInt(parts[0]), null, null)
                : new Rung(
                        Integer.parseInt(parts[0]),
                        Role.valueOf(parts[1]),
                        Whose.valueOf(parts[2]));
    }

    private static <T> T unlessAll(String text, Function<String, T> parse) {
        return text.equals(ALL) ? null : parse.apply(text);
    }

    private static Stream<String> list(String text) {
        return Stream.of(text.split(",", -1));
    }

    private static Stream<String[]> rows(Optional<Path> folder, String file) {
        return text(folder, file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", -1));
    }

    private static String text(Optional<Path> folder, String file) {
        var own = folder.map(each -> each.resolve(file)).filter(Files::exists);
        try {
            return own.isPresent() ? Files.readString(own.get()) : shipped(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the policy table " + file + " cannot be read", e);
        }
    }

    private static String shipped(String file) throws IOException {
        try (InputStream in = PolicyTables.class.getResourceAsStream("/policy/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
