package vn.lienvien.simulation.bus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.lienvien.events.Topic;

/** The broker: two partitions a topic, so that keys both share one and are reordered across two. */
public final class Topics {

    public static final int PARTITIONS = 2;

    private final Map<Topic, List<List<Published>>> logs = new EnumMap<>(Topic.class);
    private final List<Listener> listeners = new ArrayList<>();

    /** Hears of every record that reaches the broker. */
    @FunctionalInterface
    public interface Listener {
        void reached(Published published);
    }

    public Topics() {
        for (var topic : Topic.values()) {
            logs.put(topic, List.of(new ArrayList<>(), new ArrayList<>()));
        }
    }

    public void onArrival(Listener listener) {
        listeners.add(listener);
    }

    public void append(Published published) {
        logs.get(published.stream().topic()).get(partitionOf(published.stream())).add(published);
        listeners.forEach(listener -> listener.reached(published));
    }

    public List<Published> log(Topic topic, int partition) {
        return logs.get(topic).get(partition);
    }

    /**
     * A lone broker acknowledges before it is on disk: what it lost can be published again. Not the
     * first event of a key, for a reader that never saw a key takes whatever it meets first.
     */
    public void loseTail(Topic topic, int partition, int most) {
        var log = log(topic, partition);
        for (int i = 0; i < most && !log.isEmpty() && log.getLast().sequence() > 1; i++) {
            log.removeLast();
        }
    }

    private static int partitionOf(Stream stream) {
        return Math.floorMod(stream.key().hashCode(), PARTITIONS);
    }
}
