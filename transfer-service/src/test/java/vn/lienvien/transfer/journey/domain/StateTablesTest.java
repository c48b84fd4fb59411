package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cell of each table, whole outcomes; and that no cell is missing. */
class StateTablesTest {

    @ParameterizedTest
    @MethodSource("everyCell")
    void everyCellHolds(StateTable.Cell cell) {
        assertThat(cell.actual()).isEqualTo(cell.expected());
    }

    static Stream<Arguments> everyCell() {
        return tables().flatMap(StateTable::cells)
                .map(cell -> Arguments.argumentSet(cell.input() + " in " + cell.in(), cell));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noCellIsMissing(StateTable table) {
        assertThat(table.columns())
                .allSatisfy((_, cells) -> assertThat(cells).containsOnlyKeys(Situation.values()));
    }

    @Test
    void everyStateAndDiversionIsASituation() {
        var states = Arrays.stream(Situation.values()).map(Situation::state).toList();
        assertThat(states.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(leavesOf(JourneyState.class));
        assertThat(
                        states.stream()
                                .filter(JourneyState.InTransit.class::isInstance)
                                .map(JourneyState.InTransit.class::cast)
                                .map(state -> state.diversion().getClass())
                                .collect(Collectors.toSet()))
                .isEqualTo(leavesOf(Diversion.class));
    }

    @Test
    void everyInputHasAColumn() {
        assertThat(inputs(CommandTables.table())).isEqualTo(leavesOf(Command.class));
        assertThat(inputs(FactTables.table())).isEqualTo(leavesOf(Fact.class));
        assertThat(inputs(PlacementTables.table())).isEqualTo(leavesOf(PlacementNews.class));
    }

    static Stream<StateTable> tables() {
        return Stream.of(CommandTables.table(), FactTables.table(), PlacementTables.table());
    }

    private static Set<Class<?>> inputs(StateTable table) {
        return table.inputs().collect(Collectors.toSet());
    }

    private static Set<Class<?>> leavesOf(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(
                        type ->
                                type.isInterface()
                                        ? leavesOf(type).stream()
                                        : Stream.<Class<?>>of(type))
                .collect(Collectors.toSet());
    }
}
