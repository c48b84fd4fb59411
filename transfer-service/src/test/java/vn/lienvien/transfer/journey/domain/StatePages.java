package vn.lienvien.transfer.journey.domain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Refused;
import vn.lienvien.transfer.journey.domain.Outcome.Stale;
import vn.lienvien.transfer.journey.domain.Outcome.Unchanged;

/** Renders the tested tables for people. */
final class StatePages {

    private static final String HEAD =
            """
            # States of a transfer

            Rendered from the tables that the tests run (`StateTablesTest`, `TeamTableTest`); render anew with
            `mvn test -pl transfer-service -am -Dtest=StatePagesTest -Ddocs.write=true`.

            → moves to · = nothing changes · ✗ refused with this code · ⚑ recorded, flagged and told to a person ·
            *noted*: kept with its time, the state stays · *stale*: recorded only. *attempt + 1* means that bed-service is asked anew. Events are those of
            [events.md](events.md). The situations "on the road" to "left again" are all `IN_TRANSIT`.
            """;

    private StatePages() {}

    static String page() {
        return Stream.concat(
                        StateTablesTest.tables().map(StatePages::section), Stream.of(teamSection()))
                .collect(Collectors.joining("\n", HEAD + "\n", ""));
    }

    private static String section(StateTable table) {
        var page = new StringBuilder("## " + table.title() + "\n");
        table.columns()
                .forEach(
                        (input, cells) -> {
                            var rows = new LinkedHashMap<String, String>();
                            cells.forEach(
                                    (in, cell) ->
                                            rows.merge(
                                                    said(in.transfer(), cell.expected()),
                                                    in.words(),
                                                    (some, more) -> some + ", " + more));
                            page.append(rows(input, rows));
                        });
        return page.toString();
    }

    private static String teamSection() {
        var page = new StringBuilder("## Team × what moves it\n");
        TeamTable.table()
                .columns()
                .forEach((input, cells) -> page.append(rows(input, teamRows(cells))));
        return page.toString();
    }

    private static Map<String, String> teamRows(EnumMap<TeamState, TeamTable.Cell> cells) {
        var rows = new LinkedHashMap<String, String>();
        cells.forEach(
                (in, cell) ->
                        rows.merge(
                                said(TeamTable.transfer(in), cell.expected()),
                                words(in),
                                (some, more) -> some + ", " + more));
        return rows;
    }

    private static String rows(String input, Map<String, String> rows) {
        var table = new StringBuilder("\n**" + input + "**\n\n| in | becomes |\n|---|---|\n");
        rows.forEach(
                (said, in) ->
                        table.append("| ").append(in).append(" | ").append(said).append(" |\n"));
        return table.toString();
    }

    private static String said(Transfer before, Outcome outcome) {
        return switch (outcome) {
            case Refused(Refusal why) -> "✗ `" + code(why) + "`";
            case Stale _ -> "*stale*";
            case Unchanged same -> "=" + flags(same);
            case Changed changed -> changes(before, changed);
        };
    }

    private static String changes(Transfer before, Changed changed) {
        var after = changed.transfer();
        var parts = Stream.<String>builder();
        if (!after.state().equals(before.state())) {
            parts.add("→ " + described(after.state()));
        }
        if (after.team().state() != before.team().state()) {
            parts.add("→ team " + words(after.team().state()));
        }
        if (after.attempt() != before.attempt()) {
            parts.add("attempt + 1");
        }
        if (after.automation() != before.automation()) {
            parts.add("automation paused");
        }
        changed.events().forEach(event -> parts.add("`" + event.getClass().getSimpleName() + "`"));
        var said = parts.build().collect(Collectors.joining(", "));
        return (said.isEmpty() ? "noted" : said) + flags(changed);
    }

    private static String described(JourneyState state) {
        return switch (state) {
            case JourneyState.InTransit(Place place, Diversion diversion, Organisation stop) ->
                    "in transit"
                            + (place == null ? ", no place" : "")
                            + switch (diversion) {
                                case Diversion.None _ -> "";
                                case Diversion.Seeking _ -> ", diversion seeking";
                                case Diversion.Offered _ -> ", diversion offered";
                            }
                            + (stop == null ? "" : ", stopped");
            case JourneyState.Ended(EndKind kind, Place _, Organisation _) ->
                    "ended (" + words(kind) + ")";
            case JourneyState.Seeking _,
                    JourneyState.Offered _,
                    JourneyState.Consulting _,
                    JourneyState.Waiting _,
                    JourneyState.Accepted _,
                    JourneyState.Ready _,
                    JourneyState.Arrived _,
                    JourneyState.HandedOver _ ->
                    state.getClass()
                            .getSimpleName()
                            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                            .toLowerCase(Locale.ROOT);
        };
    }

    private static String flags(Outcome outcome) {
        return outcome.flags().stream()
                .map(flag -> " ⚑ `" + flag + "`")
                .collect(Collectors.joining());
    }

    private static String code(Refusal why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
