package vn.lienvien.transfer.journey.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** One input in every situation, with the whole outcome expected; tests and docs read it. */
final class StateTable {

    /** What the input does in one situation. */
    record Cell(String input, Situation in, Outcome actual, Outcome expected) {}

    private final String title;
    private final Map<String, EnumMap<Situation, Cell>> columns = new LinkedHashMap<>();
    private final List<Object> inputs = new ArrayList<>();

    StateTable(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Starts the column of an input. */
    Column column(String name, Object input, Function<Transfer, Outcome> doing) {
        inputs.add(input);
        var cells = new EnumMap<Situation, Cell>(Situation.class);
        columns.put(name, cells);
        return new Column(name, doing, cells);
    }

    /** Inputs that have a column. */
    Stream<Class<?>> inputs() {
        return inputs.stream().map(Object::getClass);
    }

    Map<String, EnumMap<Situation, Cell>> columns() {
        return columns;
    }

    Stream<Cell> cells() {
        return columns.values().stream().flatMap(cells -> cells.values().stream());
    }

    /** The cells of one input, filled situation by situation. */
    record Column(String name, Function<Transfer, Outcome> doing, EnumMap<Situation, Cell> cells) {

        Column in(Function<Transfer, Outcome> expected, Situation... situations) {
            for (var situation : situations) {
                if (cells.containsKey(situation)) {
                    throw new IllegalStateException(name + " twice in " + situation);
                }
                var transfer = situation.transfer();
                cells.put(
                        situation,
                        new Cell(name, situation, doing.apply(transfer), expected.apply(transfer)));
            }
            return this;
        }
    }
}
