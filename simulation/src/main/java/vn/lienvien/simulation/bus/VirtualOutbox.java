package vn.lienvien.simulation.bus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.outbox.Outbox;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.Transaction;
import vn.lienvien.simulation.kernel.VirtualClock;

/** The outbox of one service: a gapless counter per topic and key, rows written at the commit. */
public final class VirtualOutbox extends Outbox {

    private static final int MOST_IN_ONE_TRANSACTION = 1_000;

    private final Database database;
    private final VirtualClock clock;
    private final Ids ids;
    private final Map<Stream, List<OutboxRow>> streams = new LinkedHashMap<>();
    private final TreeMap<Long, OutboxRow> byId = new TreeMap<>();

    public VirtualOutbox(Database database, VirtualClock clock, Ids ids) {
        super(null, null, null, null);
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        database.onCommit(this::write);
    }

    @Override
    public void announce(
            ContractEvent event, Collection<OrganisationCode> audience, Instant occurredAt) {
        database.current()
                .announce(new Announced(ids.next(), event, Set.copyOf(audience), occurredAt));
    }

    public Collection<List<OutboxRow>> streams() {
        return streams.values();
    }

    public Collection<OutboxRow> rows() {
        return byId.values();
    }

    Collection<OutboxRow> after(long id) {
        return List.copyOf(byId.tailMap(id, false).values());
    }

    /** What was recorded is published again, with the ids it had. */
    public void republish() {
        byId.values().forEach(row -> row.stamp(false));
    }

    private void write(Transaction transaction) {
        var sorted = new ArrayList<>(transaction.announced());
        sorted.sort(
                Comparator.comparing((Announced each) -> each.event().topic())
                        .thenComparing(each -> each.event().key()));
        for (int i = 0; i < sorted.size(); i++) {
            add(sorted.get(i), transaction.ticket() * MOST_IN_ONE_TRANSACTION + i);
        }
    }

    private void add(Announced each, long id) {
        var stream = new Stream(each.event().topic(), each.event().key());
        var rows = streams.computeIfAbsent(stream, _ -> new ArrayList<>());
        var event =
                new ReceivedEvent(
                        each.id(),
                        rows.size() + 1L,
                        each.occurredAt() == null ? clock.now() : each.occurredAt(),
                        each.audience(),
                        each.event());
        var row = new OutboxRow(id, new Published(stream, event));
        rows.add(row);
        byId.put(id, row);
    }
}
