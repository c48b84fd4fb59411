package vn.lienvien.notification.roster.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A sheet as people see it: the text of merged cells stands in each of them. */
record Grid(String name, Map<At, Content> cells, int rows, int columns) {

    /** A region of merged cells. */
    record Merged(At from, At until) {}

    static Grid of(String name, Map<At, Content> written, List<Merged> merged) {
        var cells = new HashMap<>(written);
        for (var region : merged) {
            var shown = written.getOrDefault(region.from(), Content.NOTHING);
            for (var row = region.from().row(); row <= region.until().row(); row++) {
                for (var column = region.from().column();
                        column <= region.until().column();
                        column++) {
                    cells.put(new At(row, column), shown);
                }
            }
        }
        return new Grid(
                name,
                Map.copyOf(cells),
                cells.keySet().stream().mapToInt(At::row).max().orElse(-1) + 1,
                cells.keySet().stream().mapToInt(At::column).max().orElse(-1) + 1);
    }

    Content at(int row, int column) {
        return cells.getOrDefault(new At(row, column), Content.NOTHING);
    }

    /** The first {@code width} cells of a row. */
    List<Content> row(int row, int width) {
        return IntStream.range(0, width).mapToObj(column -> at(row, column)).toList();
    }
}
