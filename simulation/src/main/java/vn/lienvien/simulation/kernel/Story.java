package vn.lienvien.simulation.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.lienvien.events.ContractEvent;

/** What happened, in words; kept only when a run is told again. */
public final class Story {

    /**
     * @param about the transfer or unit concerned; null for what concerns all
     */
    public record Line(int step, Instant at, String about, String text) {}

    private final boolean told;
    private final VirtualClock clock;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private int step;

    public Story(boolean told, VirtualClock clock) {
        this.told = told;
        this.clock = clock;
    }

    public void at(int number) {
        step = number;
    }

    public int step() {
        return step;
    }

    public void tell(String about, Supplier<String> text) {
        if (told) {
            lines.add(new Line(step, clock.now(), about, text.get()));
        }
    }

    /** An event as it was announced, with the names people know. */
    public void announced(ContractEvent event) {
        if (told) {
            lines.add(new Line(step, clock.now(), named(event.key()), "→ " + readable(event)));
        }
    }

    /** Without what everybody knows of the case, and with names in the place of ids. */
    private String readable(ContractEvent event) {
        var text =
                event.toString()
                        .replaceAll("transfer=TransferRef\\[.*?attempt=(\\d+)]", "attempt=$1")
                        .replaceAll(", needs=Needs\\[.*?]]", "")
                        .replaceAll("(\\w+)=\\1\\[(.*?)]", "$2");
        for (var name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text;
    }

    public void name(Object id, String name) {
        names.put(id.toString(), name);
    }

    public String named(Object id) {
        return names.getOrDefault(String.valueOf(id), String.valueOf(id));
    }

    public List<Line> lines() {
        return lines;
    }
}
