package vn.lienvien.simulation.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.events.EventType;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.inbox.Subscription;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.bus.Reader;
import vn.lienvien.simulation.bus.Relay;
import vn.lienvien.simulation.bus.Topics;
import vn.lienvien.simulation.bus.VirtualOutbox;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.DecidingClock;
import vn.lienvien.simulation.kernel.NoAudit;
import vn.lienvien.simulation.kernel.VirtualClock;
import vn.lienvien.transfer.journey.adapter.kafka.KafkaAnnouncing;
import vn.lienvien.transfer.journey.adapter.kafka.PlacementEventsHandler;
import vn.lienvien.transfer.journey.adapter.kafka.PlacementView;
import vn.lienvien.transfer.journey.application.DecidingTransfers;
import vn.lienvien.transfer.journey.application.Entry;
import vn.lienvien.transfer.journey.application.Said;
import vn.lienvien.transfer.journey.domain.About;
import vn.lienvien.transfer.journey.domain.CaseCode;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.Fact;
import vn.lienvien.transfer.journey.domain.JourneyState;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.Priority;
import vn.lienvien.transfer.journey.domain.Search;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** transfer-service: what ships, on a port that keeps its rows in memory. */
public final class Journeys {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Database database;
    private final MemoryTransfers transfers;
    private final DecidingTransfers deciding;
    private final DatabaseClock clock;
    private final VirtualOutbox outbox;
    private final Relay relay;
    private final Reader reader;
    private final Ids ids;
    private final Bug bug;

    /** A reader that takes the present attempt for the one an event speaks of. */
    private final class IgnoringAttempts implements EventHandler {
        private final EventHandler shipped;

        IgnoringAttempts(EventHandler shipped) {
            this.shipped = shipped;
        }

        @Override
        public Subscription subscription() {
            return shipped.subscription();
        }

        @Override
        public void on(ReceivedEvent received) {
            var event = (PlacementEvent) received.data();
            var id = new TransferId(event.transfer().transferId());
            deciding.follow(
                    id,
                    event.getClass().getAnnotation(EventType.class).value(),
                    PlacementView.of(event),
                    transfers.find(id).orElseThrow().attempt(),
                    Said.byBedService(null, null, received.occurredAt()),
                    Map.of());
        }
    }

    public Journeys(VirtualClock time, Ids ids, Topics topics, Bug bug) {
        this.ids = ids;
        this.bug = bug;
        database = new Database(time);
        clock = new DecidingClock(time, database, bug);
        outbox = new VirtualOutbox(database, time, ids);
        relay = new Relay(outbox, topics, bug);
        transfers = new MemoryTransfers(database, new KafkaAnnouncing(outbox), clock, bug);
        deciding = new DecidingTransfers(transfers, new NoAudit());
        EventHandler shipped = new PlacementEventsHandler(deciding);
        reader =
                new Reader(
                        database,
                        topics,
                        bug == Bug.ATTEMPT_IGNORED ? new IgnoringAttempts(shipped) : shipped,
                        bug);
    }

    public TransferId file(Organisation origin, Search search, Priority priority, Said said) {
        var now = clock.now();
        var id = new TransferId(ids.next());
        var requested =
                Transfer.requested(
                        new About(id, code(transfers.all().size()), origin), search, priority, now);
        transfers.add(requested, null, new Entry("transfer.requested", said, Map.of(), true), now);
        return id;
    }

    public Outcome.Decided decide(TransferId id, Command command, Said said) {
        return deciding.decide(id, "command", command, said, Map.of());
    }

    /**
     * @param mark under which the timeline keeps it
     * @return false when it was refused, which no shipped code ever does
     */
    public boolean record(TransferId id, String mark, Fact fact, Said said) {
        if (bug == Bug.FACT_REFUSED
                && transfers.find(id).orElseThrow().state() instanceof JourneyState.Ended) {
            return false;
        }
        deciding.record(id, mark, fact, said, Map.of());
        return true;
    }

    public void restart() {
        reader.restart();
        relay.die();
    }

    public Collection<Transfer> all() {
        return transfers.all();
    }

    public Optional<Transfer> find(TransferId id) {
        return transfers.find(id);
    }

    public List<String> timeline(TransferId id) {
        return transfers.timeline(id);
    }

    public Database database() {
        return database;
    }

    public VirtualOutbox outbox() {
        return outbox;
    }

    public Relay relay() {
        return relay;
    }

    public Reader reader() {
        return reader;
    }

    private static CaseCode code(int number) {
        return new CaseCode(
                "2222"
                        + LETTERS.charAt(number / LETTERS.length() % LETTERS.length())
                        + LETTERS.charAt(number % LETTERS.length()));
    }
}
