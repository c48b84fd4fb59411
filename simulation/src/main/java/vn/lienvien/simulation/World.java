package vn.lienvien.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienvien.events.Topic;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.bus.Reader;
import vn.lienvien.simulation.bus.Relay;
import vn.lienvien.simulation.bus.Topics;
import vn.lienvien.simulation.check.Checks;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.kernel.CountedIds;
import vn.lienvien.simulation.kernel.Fate;
import vn.lienvien.simulation.kernel.Story;
import vn.lienvien.simulation.kernel.Unheard;
import vn.lienvien.simulation.kernel.VirtualClock;
import vn.lienvien.simulation.kernel.Wheel;
import vn.lienvien.simulation.notification.Alerts;
import vn.lienvien.simulation.people.Clients;
import vn.lienvien.simulation.people.Country;
import vn.lienvien.simulation.people.People;
import vn.lienvien.simulation.transfer.Journeys;

/** Three services, a broker, people and time, all in one thread; every step is one choice. */
public final class World {

    private static final int ROUNDS = 300;

    private final VirtualClock clock = new VirtualClock();
    private final Topics topics = new Topics();
    private final Story story;
    private final Journeys journeys;
    private final Bed bed;
    private final Alerts alerts;
    private final Clients clients;
    private final People people;
    private final Checks checks;
    private final boolean skewed;
    private final Wheel<Runnable> moves;
    private Choices chance;
    private boolean calm;
    private boolean reading;

    /**
     * @param skewed host clocks go wrong in it, which must change nothing
     */
    public World(long seed, Bug bug, boolean skewed, boolean told) {
        this.skewed = skewed;
        this.chance = new Choices(seed);
        this.story = new Story(told, clock);
        var ids = new CountedIds();
        var country = Country.of(chance);
        journeys = new Journeys(clock, ids, topics, bug);
        bed = new Bed(clock, ids, topics, country.hospitals(), this::othersCommit, bug);
        alerts = new Alerts(clock, ids, topics, bug);
        checks = new Checks(clock, story, journeys, bed, alerts);
        topics.onArrival(checks::reached);
        journeys.database().onCommit(checks::committed);
        alerts.database().onCommit(checks::committed);
        bed.database().onCommit(checks::committedByBed);
        country.open(bed, ids, story);
        clients = new Clients(clock, story, journeys, bed, alerts, bug);
        people = new People(clock, story, ids, country, clients, journeys, bed, alerts, bug);
        moves =
                new Wheel<Runnable>()
                        .with(28, this::read)
                        .with(12, () -> relay().send(chance))
                        .with(10, () -> relay().stamp())
                        .with(8, this::allocate)
                        .with(22, () -> people.act(chance))
                        .with(6, () -> clients.deliver(chance))
                        .with(2, () -> clients.repeat(chance))
                        .with(9, this::timePasses)
                        .with(3, this::fault);
    }

    public Story story() {
        return story;
    }

    /** One step of the schedule. */
    public void step(int number, long seed) {
        story.at(number);
        chance = new Choices(seed);
        moves.turn(chance).run();
    }

    /** The faults end; everything comes to rest, and then everything must fit. */
    public void settle() {
        calm = true;
        clock.skew(Duration.ZERO);
        story.tell(null, () -> "the faults end");
        clients.deliverAll();
        republish();
        comeToRest();
        clients.allExists(journeys);
        checks.atRest();
    }

    /** Nobody answers any more: every hold lapses, and every obligation reaches an end. */
    public void waitOut(Duration long_) {
        var before = alerts.standing();
        var end = clock.now().plus(long_);
        while (clock.now().isBefore(end)) {
            pass(earliest(end, nextTimer()));
            comeToRest();
        }
        checks.allEnded(before);
        checks.atRest();
    }

    private void comeToRest() {
        for (int round = 0; round < ROUNDS; round++) {
            boolean any = false;
            for (var relay : List.of(journeys.relay(), bed.relay(), alerts.relay())) {
                any |= relay.passCalmly();
            }
            for (var reader : List.of(journeys.reader(), bed.reader(), alerts.reader())) {
                reader.mend();
                any |= reader.drain();
            }
            if (bed.isWoken() || bed.isRestless()) {
                bed.allocateAll();
                any = true;
            }
            if (!any) {
                return;
            }
        }
        throw new Violated(Invariant.I12, null, "the services never come to rest");
    }

    private void read() {
        var reader = reader();
        reading = reader.equals(bed.reader());
        reader.poll(chance);
        reading = false;
    }

    private Reader reader() {
        return chance.of(journeys.reader(), bed.reader(), bed.reader(), alerts.reader());
    }

    private Relay relay() {
        return chance.of(
                journeys.relay(), journeys.relay(), bed.relay(), bed.relay(), alerts.relay());
    }

    private void allocate() {
        if (bed.isWoken()) {
            quietly(() -> bed.allocate(fate()));
        }
    }

    /**
     * While the allocator or a command waits for its locks, somebody else commits; only one reader
     * reads at a time.
     */
    private void othersCommit() {
        if (calm || bed.database().depth() != 1 || bed.database().current().hasWritten()) {
            return;
        }
        if (chance.percent(30)) {
            clients.deliverToBed(chance);
        } else if (!reading && chance.percent(15)) {
            bed.reader().poll(chance);
        }
    }

    private void timePasses() {
        var now = clock.now();
        var lapse = bed.firstLapse();
        pass(
                switch (chance.below(20)) {
                    case 0, 1, 2, 3 ->
                            lapse == null ? now : lapse.plusMillis(chance.of(-1, 0, 1, 900, 2500));
                    case 4, 5, 6 -> now.plusSeconds(chance.below(120));
                    case 7, 8 -> now.plusSeconds(chance.below(40 * 60));
                    case 9 -> now.plusSeconds(chance.below(5 * 3600));
                    case 10 -> now.plusSeconds(chance.of(1, 30) * 3600L);
                    default -> now.plusMillis(chance.below(5000));
                });
    }

    private void pass(Instant until) {
        for (var next = nextTimer(); !next.isAfter(until); next = nextTimer()) {
            clock.advanceTo(next);
            if (due(bed.sweepsAt())) {
                quietly(() -> bed.sweep(fate()));
            }
            if (due(alerts.remindsAt())) {
                quietly(() -> alerts.remind(fate()));
            }
            if (due(bed.allocatesAt())) {
                quietly(() -> bed.allocateByTheClock(fate()));
            }
            checks.onTime();
        }
        clock.advanceTo(until);
        checks.onTime();
    }

    private boolean due(Instant when) {
        return when != null && !when.isAfter(clock.now());
    }

    private Instant nextTimer() {
        return earliest(
                earliest(Instant.MAX, bed.sweepsAt()),
                earliest(earliest(Instant.MAX, alerts.remindsAt()), bed.allocatesAt()));
    }

    private static Instant earliest(Instant one, Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private void fault() {
        switch (chance.below(8)) {
            case 0, 1 -> {
                story.tell(null, () -> "bed-service restarts");
                bed.restart();
            }
            case 2 -> {
                story.tell(null, () -> "transfer-service restarts");
                journeys.restart();
            }
            case 3 -> {
                story.tell(null, () -> "notification-service restarts");
                alerts.restart();
            }
            case 4 -> relay().landLate();
            case 5 -> {
                story.tell(null, () -> "a rebalance hands out older offsets");
                reader().forgetOffsets(chance);
            }
            case 6 -> loseTail();
            default -> {
                var wrong = Duration.ofMinutes(chance.of(-120, -30, 30, 120));
                if (skewed) {
                    clock.skew(wrong);
                }
            }
        }
    }

    private void loseTail() {
        var topic = chance.of(Topic.values());
        int partition = chance.below(Topics.PARTITIONS);
        int records = 1 + chance.below(3);
        if (!chance.percent(60)) {
            return;
        }
        story.tell(null, () -> "the broker loses " + records + " records of " + topic);
        topics.loseTail(topic, partition, records);
        for (var each : List.of(journeys.reader(), bed.reader(), alerts.reader())) {
            each.truncated();
        }
        if (chance.percent(50)) {
            republish();
        }
    }

    /** An operator's step, long after whatever was on the wire has been stamped. */
    private void republish() {
        for (var each : List.of(journeys.relay(), bed.relay(), alerts.relay())) {
            each.stamp();
        }
        for (var each : List.of(journeys.outbox(), bed.outbox(), alerts.outbox())) {
            each.republish();
        }
    }

    private Fate fate() {
        return calm ? Fate.DONE : Fate.of(chance);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (Unheard _) {
            // the next round finds what is left
        }
    }

    /** Everything that counts, in words: two runs that differ in nothing that counts are equal. */
    public List<String> picture() {
        var lines = new ArrayList<String>();
        journeys.all().forEach(it -> lines.add(it.toString()));
        bed.placements().forEach(it -> lines.add(it.toString()));
        bed.slots().forEach(it -> lines.add(it.toString()));
        alerts.all().forEach(it -> lines.add(it.toString()));
        return lines;
    }
}
