package vn.lienvien.simulation.bed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.bed.capacity.adapter.kafka.KafkaCapacityAnnouncing;
import vn.lienvien.bed.capacity.application.Activating;
import vn.lienvien.bed.capacity.application.Reporting;
import vn.lienvien.bed.capacity.application.Tending;
import vn.lienvien.bed.placement.adapter.kafka.KafkaAnnouncing;
import vn.lienvien.bed.placement.adapter.kafka.TransferEventsHandler;
import vn.lienvien.bed.placement.application.Allocating;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.application.Answering;
import vn.lienvien.bed.placement.application.Asking;
import vn.lienvien.bed.placement.application.Lapsing;
import vn.lienvien.bed.placement.application.PlacementRules;
import vn.lienvien.bed.placement.application.Roads;
import vn.lienvien.bed.placement.application.Seating;
import vn.lienvien.bed.placement.application.SteppingIn;
import vn.lienvien.bed.placement.application.StillTrueAsking;
import vn.lienvien.bed.placement.application.StillTrueRules;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.HoldRules;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.RankingRules;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.StillTrue;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.events.TransferEvent.PatientTurnedBackV1;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.inbox.Subscription;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.bus.Reader;
import vn.lienvien.simulation.bus.Relay;
import vn.lienvien.simulation.bus.Topics;
import vn.lienvien.simulation.bus.VirtualOutbox;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.DecidingClock;
import vn.lienvien.simulation.kernel.Fate;
import vn.lienvien.simulation.kernel.NoAudit;
import vn.lienvien.simulation.kernel.Unheard;
import vn.lienvien.simulation.kernel.VirtualClock;

/** bed-service: what ships, on ports that keep their rows in memory. */
public final class Bed {

    public static final PlacementRules RULES =
            new PlacementRules(HoldRules.PROPOSED, RankingRules.PROPOSED, Finding.YES);

    private static final Roads ROADS =
            new Roads(
                    new NoRouter(),
                    new Roads.RoadRules(Duration.ofDays(1), Duration.ofDays(2), Duration.ZERO),
                    RULES,
                    () -> 0);
    private static final StillTrueRules STILL_TRUE =
            new StillTrueRules(new StillTrue(3), Duration.ofMinutes(30));
    private static final Duration SWEEPS_EVERY = Duration.ofSeconds(2);
    private static final Duration ALLOCATES_EVERY = Duration.ofSeconds(5);

    private final VirtualClock clock;
    private final Database database;
    private final BedTables tables;
    private final VirtualOutbox outbox;
    private final Reader reader;
    private final Relay relay;
    private final MemoryWaitingList waiting;
    private final Asking asking;
    private final Answering answering;
    private final SteppingIn steppingIn;
    private final Reporting reporting;
    private final Tending tending;
    private final Activating activating;
    private final Allocating allocating;
    private final Lapsing lapsing;
    private final Bug bug;
    private Instant swept = Instant.MIN;
    private Instant allocated = Instant.MIN;
    private boolean woken;
    private boolean restless;

    /** The call that goes to the allocator after the commit. */
    private final class Wake extends AllocatorWake {
        Wake() {
            super(null);
        }

        @Override
        public void afterCommit() {
            database.current().afterCommit(() -> woken = true);
        }
    }

    public Bed(
            VirtualClock clock,
            Ids ids,
            Topics topics,
            Map<OrganisationId, Place> hospitals,
            Contention contention,
            Bug bug) {
        this.clock = clock;
        this.bug = bug;
        this.database = new Database(clock);
        this.tables = new BedTables(database);
        this.outbox = new VirtualOutbox(database, clock, ids);
        this.relay = new Relay(outbox, topics, bug);
        database.onCommit(transaction -> restless |= transaction.hasWritten());
        var deciding = new DecidingClock(clock, database, bug);
        var announcing = new KafkaAnnouncing(outbox);
        var telling = new KafkaCapacityAnnouncing(outbox);
        var wake = new Wake();
        var placements = new MemoryPlacements(tables, deciding, announcing, wake, contention, bug);
        var wards = new MemoryWards(tables, ids);
        var units = new MemoryUnits(tables);
        waiting = new MemoryWaitingList(tables, RULES, deciding, hospitals, bug);
        var seating = new Seating(wards, waiting, RULES, ROADS, new NoAudit(), ids);
        answering = new Answering(placements, seating, wards, announcing, RULES);
        steppingIn = new SteppingIn(placements, waiting, wards, RULES, wake, ids);
        reporting = new Reporting(units, wards, wards, telling, wake, deciding);
        tending = new Tending(placements, wards, telling, wake, deciding);
        activating = new Activating(units, telling, wake);
        var stillTrue = new StillTrueAsking(new MemoryAsks(tables), announcing, STILL_TRUE);
        allocating =
                new Allocating(waiting, placements, new NoRankings(), RULES, ROADS, stillTrue, ids);
        lapsing = new Lapsing(placements);
        asking = new Asking(placements, waiting, RULES, deciding, ids);
        EventHandler shipped = new TransferEventsHandler(asking);
        reader =
                new Reader(
                        database,
                        topics,
                        bug == Bug.TURN_BACK_UNHEARD ? new DeafToTurningBack(shipped) : shipped,
                        bug);
    }

    private record DeafToTurningBack(EventHandler shipped) implements EventHandler {
        @Override
        public Subscription subscription() {
            return shipped.subscription();
        }

        @Override
        public void on(ReceivedEvent received) {
            if (!(received.data() instanceof PatientTurnedBackV1)) {
                shipped.on(received);
            }
        }
    }

    /** Before the story begins. */
    public void open(UnitRecord unit, List<SlotId> slots) {
        database.run(
                Fate.DONE,
                () -> {
                    tables.units.put(unit.ward().unit(), unit);
                    slots.forEach(
                            it ->
                                    tables.slots.put(
                                            it,
                                            SlotRecord.opened(
                                                    new Slot.Free(it),
                                                    unit.ward().unit(),
                                                    false,
                                                    clock.now())));
                    return null;
                });
    }

    /** The process is gone and comes back: a call to the allocator dies with it. */
    public void restart() {
        woken = false;
        reader.restart();
        relay.die();
    }

    public boolean isRestless() {
        return restless;
    }

    public boolean isWoken() {
        return woken;
    }

    /** One pass; true when another may do more. */
    public boolean allocate(Fate fate) {
        allocated = clock.now();
        woken = false;
        boolean more = database.run(fate, allocating::pass);
        woken |= more;
        return more;
    }

    /** Passes until there is nothing to do, as the allocator's own clock would. */
    public void allocateAll() {
        do {
            restless = false;
            allocate(Fate.DONE);
        } while (woken || restless);
    }

    /** The sweeper's round; a fault leaves the rest to the next one. */
    public void sweep(Fate fate) {
        swept = clock.now();
        if (bug == Bug.SWEEPER_OFF) {
            return;
        }
        boolean more = true;
        while (more) {
            more = database.run(fate, lapsing::lapseNext);
        }
    }

    /** When the sweeper has something to do next; null when never. */
    public Instant sweepsAt() {
        return later(tables.firstLapse(), swept, SWEEPS_EVERY);
    }

    /** When the allocator looks by itself and may find something: a team's time, or any change. */
    public Instant allocatesAt() {
        if (restless) {
            return later(clock.now(), allocated, ALLOCATES_EVERY);
        }
        return later(tables.firstTeamDue(), allocated, ALLOCATES_EVERY);
    }

    public void allocateByTheClock(Fate fate) {
        restless = false;
        try {
            allocate(fate);
        } catch (Unheard e) {
            restless = true;
            throw e;
        }
    }

    private static Instant later(Instant due, Instant last, Duration every) {
        if (due == null) {
            return null;
        }
        var earliest = last.plus(every);
        return due.isAfter(earliest) ? due : earliest;
    }

    /** When the first offer is over, whether or not the sweeper runs; null when none will be. */
    public Instant firstLapse() {
        return tables.firstLapse();
    }

    public Database database() {
        return database;
    }

    public VirtualOutbox outbox() {
        return outbox;
    }

    public Reader reader() {
        return reader;
    }

    public Relay relay() {
        return relay;
    }

    public MemoryWaitingList waiting() {
        return waiting;
    }

    public Asking asking() {
        return asking;
    }

    public Answering answering() {
        return answering;
    }

    public SteppingIn steppingIn() {
        return steppingIn;
    }

    public Reporting reporting() {
        return reporting;
    }

    public Tending tending() {
        return tending;
    }

    public Activating activating() {
        return activating;
    }

    public Collection<Placement> placements() {
        return tables.placements.all();
    }

    public Optional<Placement> placement(TransferId transfer) {
        return Optional.ofNullable(tables.placements.get(transfer));
    }

    public Collection<SlotRecord> slots() {
        return tables.slots.all();
    }

    public Optional<SlotRecord> slot(SlotId slot) {
        return Optional.ofNullable(tables.slots.get(slot));
    }

    public Collection<UnitRecord> units() {
        return tables.units.all();
    }

    public Ward ward(UnitId unit) {
        return tables.units.get(unit).ward();
    }
}
