package vn.lienvien.bed.placement.domain;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every state against every command, each cell a whole outcome. */
final class Table<S> {

    private final Map<String, S> states = new LinkedHashMap<>();
    private final List<Row<S>> rows = new ArrayList<>();

    /** What a command does to each of the states, in their order. */
    record Row<S>(
            String command,
            Function<S, Outcome<S>> doing,
            List<Function<S, Outcome<S>>> expected) {}

    Table<S> state(String name, S state) {
        states.put(name, state);
        return this;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final Table<S> row(
            String command, Function<S, Outcome<S>> doing, Function<S, Outcome<S>>... expected) {
        if (expected.length != states.size()) {
            throw new IllegalArgumentException(
                    command + " says " + expected.length + " of " + states.size() + " cells");
        }
        rows.add(new Row<>(command, doing, List.of(expected)));
        return this;
    }

    Stream<Arguments> cells() {
        return rows.stream()
                .flatMap(
                        row -> {
                            var names = List.copyOf(states.keySet());
                            return names.stream()
                                    .map(
                                            name ->
                                                    argumentSet(
                                                            row.command() + ", " + name,
                                                            row.doing().apply(states.get(name)),
                                                            row.expected()
                                                                    .get(names.indexOf(name))
                                                                    .apply(states.get(name))));
                        });
    }

    /** The sealed types that no state stands for. */
    Set<Class<?>> missingStates(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(type -> states.values().stream().noneMatch(type::isInstance))
                .collect(Collectors.toSet());
    }

    /** Methods that decide and have no row. */
    Set<String> missingCommands(Class<?> type) {
        var named =
                rows.stream()
                        .map(row -> row.command().replaceFirst("[, ].*", ""))
                        .collect(Collectors.toSet());
        return Arrays.stream(type.getDeclaredMethods())
                .filter(it -> Modifier.isPublic(it.getModifiers()))
                .filter(it -> it.getReturnType() == Outcome.class)
                .map(Method::getName)
                .filter(it -> !named.contains(it))
                .collect(Collectors.toSet());
    }

    /** As a table of the document, one line a cell. */
    String document(Function<Outcome<S>, String> words) {
        var text = new StringBuilder("| command | state | outcome |\n|---|---|---|\n");
        for (var row : rows) {
            states.forEach(
                    (name, state) ->
                            text.append("| ")
                                    .append(row.command())
                                    .append(" | ")
                                    .append(name)
                                    .append(" | ")
                                    .append(words.apply(row.doing().apply(state)))
                                    .append(" |\n"));
        }
        return text.toString();
    }

    static <S> Function<S, Outcome<S>> same() {
        return Outcome::unchanged;
    }

    static <S> Function<S, Outcome<S>> refused(Refusal why) {
        return _ -> Outcome.refused(why);
    }

    static <S> Function<S, Outcome<S>> becomes(S now, Happened... events) {
        return _ -> Outcome.changed(now, events);
    }
}
