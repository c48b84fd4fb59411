package vn.lienvien.simulation.bus;

import java.util.ArrayList;
import java.util.List;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.kernel.Choices;

/**
 * The relay of one service, as service-kit's passes do it: the oldest unpublished event of each key
 * is sent, what was acknowledged is stamped, and a key whose send failed waits.
 */
public final class Relay {

    private final VirtualOutbox outbox;
    private final Topics topics;
    private final Bug bug;
    private final List<OutboxRow> acknowledged = new ArrayList<>();
    private final List<OutboxRow> late = new ArrayList<>();
    private long cursor;

    public Relay(VirtualOutbox outbox, Topics topics, Bug bug) {
        this.outbox = outbox;
        this.topics = topics;
        this.bug = bug;
    }

    /** The first half of a pass. */
    public void send(Choices choices) {
        for (var row : due()) {
            if (acknowledged.contains(row)) {
                continue;
            }
            switch (choices.below(25)) {
                case 0 -> late.add(row);
                case 1 -> topics.append(row.record());
                case 2, 3 -> {
                    if (bug == Bug.SEND_ERROR_SWALLOWED) {
                        acknowledged.add(row);
                    }
                }
                default -> sendWell(row);
            }
        }
    }

    /** The second half. */
    public void stamp() {
        acknowledged.forEach(row -> row.stamp(true));
        acknowledged.clear();
    }

    /** The leader is gone; its successor knows only what is stamped. */
    public void die() {
        acknowledged.clear();
    }

    /** What a dead leader had on the wire arrives after all. */
    public void landLate() {
        late.forEach(row -> topics.append(row.record()));
        late.clear();
    }

    /** A pass without any fault; false when there was nothing to send. */
    public boolean passCalmly() {
        landLate();
        var due = due();
        due.stream().filter(row -> !acknowledged.contains(row)).forEach(this::sendWell);
        stamp();
        return !due.isEmpty();
    }

    private void sendWell(OutboxRow row) {
        topics.append(row.record());
        acknowledged.add(row);
    }

    private List<OutboxRow> due() {
        if (bug == Bug.ID_CURSOR_OUTBOX) {
            var rows = new ArrayList<>(outbox.after(cursor));
            if (!rows.isEmpty()) {
                cursor = rows.getLast().id();
            }
            rows.removeIf(OutboxRow::published);
            return rows;
        }
        var due = new ArrayList<OutboxRow>();
        for (var stream : outbox.streams()) {
            for (int i = firstUnpublished(stream); i < stream.size(); i++) {
                due.add(stream.get(i));
                if (bug != Bug.RELAY_RUNS_AHEAD) {
                    break;
                }
            }
        }
        return due;
    }

    /** Rows are stamped in order, but for a republished stretch: then from its beginning. */
    private static int firstUnpublished(List<OutboxRow> stream) {
        int i = stream.size();
        while (i > 0 && !stream.get(i - 1).published()) {
            i--;
        }
        return i;
    }
}
