package vn.lienvien.simulation.bus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.events.Topic;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.KeyState;
import vn.lienvien.kit.inbox.Subscription;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.Fate;
import vn.lienvien.simulation.kernel.Table;
import vn.lienvien.simulation.kernel.Unheard;

/**
 * A consumer as service-kit's loop is one: a batch of one partition in one transaction, position
 * and inbox beside the effect, what cannot be applied parked with all that follows of its key.
 */
public final class Reader {

    private static final int BATCH = 6;

    private final Database database;
    private final Topics topics;
    private final EventHandler handler;
    private final Subscription subscription;
    private final Bug bug;
    private final Table<Stream, Long> positions;
    private final Table<UUID, Boolean> inbox;
    private final Table<Stream, List<Published>> parked;
    private final Map<Place, Integer> fetched = new HashMap<>();
    private final Map<Place, Integer> committed = new HashMap<>();
    private final Set<UUID> poisonous = new HashSet<>();
    private final List<Place> places = new ArrayList<>();

    private record Place(Topic topic, int partition) {}

    /** What fails however often it is tried, until somebody mends the cause. */
    private static final class Poisoned extends RuntimeException {
        private final Published by;

        Poisoned(Published by) {
            super(by.toString(), null, false, false);
            this.by = by;
        }
    }

    public Reader(Database database, Topics topics, EventHandler handler, Bug bug) {
        this.database = database;
        this.topics = topics;
        this.handler = handler;
        this.subscription = handler.subscription();
        this.bug = bug;
        this.positions = new Table<>(database);
        this.inbox = new Table<>(database);
        this.parked = new Table<>(database);
        for (var topic : Topic.values()) {
            for (int i = 0; subscription.topics().contains(topic) && i < Topics.PARTITIONS; i++) {
                places.add(new Place(topic, i));
            }
        }
    }

    public Subscription subscription() {
        return subscription;
    }

    /** One poll of one partition, and what may go wrong with it. */
    public void poll(Choices choices) {
        var place = choices.of(places);
        var batch = next(place, 1 + choices.below(BATCH));
        if (batch.isEmpty()) {
            return;
        }
        if (choices.below(400) == 0) {
            poisonous.add(choices.of(batch).event().id());
        }
        var fate = Fate.of(choices);
        int end = fetched.getOrDefault(place, 0) + batch.size();
        if (bug == Bug.OFFSET_BEFORE_DATABASE) {
            committed.put(place, end);
        }
        try {
            store(batch, fate);
        } catch (Unheard e) {
            restart();
            return;
        }
        fetched.put(place, end);
        if (!choices.percent(10)) {
            committed.put(place, end);
        }
    }

    /** A process that comes back reads on from what the broker remembers. */
    public void restart() {
        fetched.clear();
        fetched.putAll(committed);
    }

    /** The client sees by the leader epoch that the log was cut, and reads on from there. */
    public void truncated() {
        fetched.replaceAll((it, offset) -> Math.min(offset, end(it)));
        committed.replaceAll((it, offset) -> Math.min(offset, end(it)));
    }

    private int end(Place place) {
        return topics.log(place.topic(), place.partition()).size();
    }

    /** The broker remembers less than was done: an older offset is handed out at a rebalance. */
    public void forgetOffsets(Choices choices) {
        committed.replaceAll((_, offset) -> Math.max(0, offset - choices.below(12)));
        restart();
    }

    /** Everything there is, without any fault; false when there was nothing. */
    public boolean drain() {
        boolean any = false;
        for (var place : places) {
            for (var batch = next(place, BATCH); !batch.isEmpty(); batch = next(place, BATCH)) {
                store(batch, Fate.DONE);
                fetched.merge(place, batch.size(), Integer::sum);
                committed.put(place, fetched.get(place));
                any = true;
            }
        }
        return any;
    }

    /** An operator has mended what made events fail, and retries. */
    public void mend() {
        poisonous.clear();
        for (var stream : List.copyOf(parked.rows().keySet())) {
            database.run(Fate.DONE, () -> heal(stream));
        }
    }

    public boolean hasParked() {
        return !parked.rows().isEmpty();
    }

    private List<Published> next(Place place, int most) {
        var log = topics.log(place.topic(), place.partition());
        int from = fetched.getOrDefault(place, 0);
        return List.copyOf(log.subList(from, Math.min(log.size(), from + most)));
    }

    /** All together; after a failure one by one, so that only the key of the culprit stops. */
    private void store(List<Published> batch, Fate fate) {
        var byKey = new ArrayList<>(batch);
        byKey.sort(Comparator.comparing(each -> each.stream().key()));
        try {
            settle(database.run(fate, () -> apply(byKey)));
        } catch (Poisoned _) {
            for (var each : batch) {
                try {
                    settle(database.run(fate, () -> apply(List.of(each))));
                } catch (Poisoned e) {
                    database.run(Fate.DONE, () -> park(e.by));
                }
            }
        }
    }

    private void settle(Set<Stream> mayHeal) {
        mayHeal.forEach(stream -> database.run(Fate.DONE, () -> heal(stream)));
    }

    private Set<Stream> apply(List<Published> batch) {
        var mayHeal = new LinkedHashSet<Stream>();
        for (var each : batch) {
            var stream = each.stream();
            var state = new KeyState(positions.get(stream), parked.has(stream));
            if (state.hasSeen(each.sequence()) && bug != Bug.INBOX_SKIPPED) {
                continue;
            }
            if (state.parked() && bug != Bug.INBOX_SKIPPED) {
                park(each);
                mayHeal.add(stream);
            } else if (state.expects(each.sequence()) || goesOnOverGaps()) {
                handle(each);
            } else {
                park(each);
            }
        }
        return mayHeal;
    }

    private boolean goesOnOverGaps() {
        return bug == Bug.INBOX_SKIPPED || bug == Bug.GAPS_IGNORED;
    }

    private void handle(Published each) {
        positions.put(each.stream(), each.sequence());
        if (!subscription.handled().contains(each.event().data().getClass())) {
            return;
        }
        var id = each.event().id();
        if (inbox.has(id) && bug != Bug.INBOX_SKIPPED) {
            return;
        }
        inbox.put(id, true);
        if (poisonous.contains(id)) {
            throw new Poisoned(each);
        }
        database.current().hadEffect(new Effect(subscription.consumer(), each));
        handler.on(each.event());
    }

    private Void park(Published each) {
        var waiting =
                new ArrayList<>(parked.has(each.stream()) ? parked.get(each.stream()) : List.of());
        if (waiting.stream().noneMatch(other -> other.sequence() == each.sequence())) {
            waiting.add(each);
            waiting.sort(Comparator.comparingLong(Published::sequence));
        }
        parked.put(each.stream(), List.copyOf(waiting));
        return null;
    }

    /** What waits is applied in order, as far as nothing is missing. */
    private Void heal(Stream stream) {
        var waiting = new ArrayList<>(parked.has(stream) ? parked.get(stream) : List.of());
        while (!waiting.isEmpty()) {
            var first = waiting.getFirst();
            var state = new KeyState(positions.get(stream), true);
            if (!state.hasSeen(first.sequence())) {
                if (!state.expects(first.sequence()) || poisonous.contains(first.event().id())) {
                    break;
                }
                handle(first);
            }
            waiting.removeFirst();
        }
        if (waiting.isEmpty()) {
            parked.delete(stream);
        } else {
            parked.put(stream, List.copyOf(waiting));
        }
        return null;
    }
}
