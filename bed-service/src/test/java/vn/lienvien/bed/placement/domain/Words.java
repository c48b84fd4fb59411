package vn.lienvien.bed.placement.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A whole outcome in a line, so that a table of them can be read and compared. */
final class Words {

    private Words() {}

    static String of(Placement before, Outcome<Placement> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Placement>(var why) -> "refused: " + why;
            case Outcome.Unchanged<Placement>(var same) ->
                    same.equals(before) ? "unchanged" : "UNCHANGED BUT DIFFERENT";
            case Outcome.Changed<Placement>(var after, var events) ->
                    changes(before, after) + said(events);
        };
    }

    static <S> String of(Outcome<S> outcome) {
        return switch (outcome) {
            case Outcome.Refused<S>(var why) -> "refused: " + why;
            case Outcome.Unchanged<S> _ -> "unchanged";
            case Outcome.Changed<S>(var now, var events) ->
                    "**" + short_(now) + "**" + said(events);
        };
    }

    private static String changes(Placement before, Placement after) {
        var words = new ArrayList<String>();
        words.add(
                after.stage().equals(before.stage())
                        ? "stays " + short_(after.stage())
                        : "**" + short_(after.stage()) + "**");
        differs(words, "paused", before.paused(), after.paused());
        differs(words, "attempt", before.of().attempt(), after.of().attempt());
        differs(words, "urgency", before.of().urgency(), after.of().urgency());
        differs(words, "endorsed", before.search().endorsed(), after.search().endorsed());
        differs(words, "excluded", units(before), units(after));
        differs(words, "put first", before.putFirst(), after.putFirst());
        differs(words, "team", before.team(), after.team());
        for (int i = 0; i < after.offers().size(); i++) {
            var was = i < before.offers().size() ? before.offers().get(i) : null;
            if (!after.offers().get(i).equals(was)) {
                words.add("offer " + short_(after.offers().get(i)));
            }
        }
        if (!after.queuedAt().equals(before.queuedAt())) {
            words.add("QUEUED ANEW");
        }
        return String.join("; ", words);
    }

    private static String units(Placement placement) {
        return placement.excluded().isEmpty()
                ? "none"
                : placement.excluded().stream()
                        .map(UnitId::value)
                        .sorted()
                        .collect(Collectors.joining(" and "));
    }

    private static void differs(List<String> words, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            words.add(name + " " + (after == null ? "no more" : short_(after)));
        }
    }

    private static String said(List<Happened> events) {
        return events.isEmpty()
                ? ""
                : " → " + events.stream().map(Words::short_).collect(Collectors.joining(", "));
    }

    /** Ids and records of the fixtures by the names people use. */
    private static String short_(Object value) {
        return value.toString()
                .replaceAll(
                        "Asked\\[id=[0-9a-f-]+(\\d), number=(\\d+), kind=(\\w+), ward=Ward\\[unit=([a-z-]+)\\.[^]]*\\], slot=(null|[0-9a-f-]*(\\d)), heldAt=[^]]+\\]",
                        "$4#$1/$2 $3 slot $6")
                .replaceAll("Ward\\[unit=([a-z-]+)\\.[^]]*\\]", "$1")
                .replaceAll("00000000-0000-000[0-9]-0000-00000000000(\\d)", "$1")
                .replaceAll("2021-11-0(\\d)T(\\d\\d:\\d\\d:?\\d*)\\.?\\d*Z", "$2")
                .replaceAll("\\[\\]$", "")
                .replace("|", "/");
    }
}
