package vn.lienvien.notification.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.stream.Entitlement.Tie;

/**
 * Every event, to whoever may hear of it, as soon as it is on its topic. Each replica reads all
 * topics by itself, so a reader may connect to any.
 */
@ApplicationScoped
class LiveStream implements TailListener {

    /** Parts into which the readers are divided for heartbeats. */
    private static final int BEATS = 15;

    private final String start;
    private final Ring ring;
    private final Ties ties;
    private final TopicTail tail;
    private final Vertx vertx;
    private final NotificationConfig.Stream config;
    private final Readers readers;
    private int beat;

    LiveStream(Ties ties, TopicTail tail, Vertx vertx, NotificationConfig config, Ids ids) {
        this.ties = ties;
        this.tail = tail;
        this.vertx = vertx;
        this.config = config.stream();
        this.start = ids.next().toString();
        this.ring = new Ring(config.stream().ring());
        this.readers = new Readers(this.config.perUser(), this.config.most());
    }

    void begin(@Observes StartupEvent started) {
        tail.follow(this);
        vertx.setPeriodic(Math.max(1, config.heartbeat().toMillis() / BEATS), _ -> beat());
    }

    /** Some at a time, or thousands of heartbeats would delay an event that comes among them. */
    private void beat() {
        var turn = beat++ % BEATS;
        each(
                reader -> {
                    if (reader.number() % BEATS == turn) {
                        reader.heartbeat();
                    }
                });
    }

    @Override
    public void on(List<TailedEvent> events) {
        if (!publishedToAllAlike(events)) {
            publish(events, ties.of(events));
        }
    }

    /** While coordinators only are listening, no relation needs to be known. */
    private synchronized boolean publishedToAllAlike(List<TailedEvent> events) {
        var alike = readers.everybodySeesAll();
        if (alike) {
            publish(events, Map.of());
        }
        return alike;
    }

    private synchronized void publish(List<TailedEvent> events, Map<UUID, List<Tie>> related) {
        for (var event : events) {
            var frame = Frame.of(new StreamId(start, ring.last() + 1), event);
            ring.add(frame);
            readers.offer(frame, ties(frame, related));
        }
    }

    private static boolean admits(Reader reader, Frame frame, Map<UUID, List<Tie>> related) {
        return reader.seesAll()
                || Entitlement.admits(frame, reader.organisation(), ties(frame, related));
    }

    /** What is about a unit concerns no transfer, and so nobody by relation. */
    private static List<Tie> ties(Frame frame, Map<UUID, List<Tie>> related) {
        return frame.transfer() == null
                ? List.of()
                : related.getOrDefault(frame.transfer(), List.of());
    }

    /** Whoever comes back is told to read anew: what they missed is not in the ring. */
    @Override
    public void missed() {
        synchronized (this) {
            ring.leaveGap();
        }
        each(reader -> reader.end("interrupted"));
    }

    String start() {
        return start;
    }

    /**
     * Lets a reader in, after what it missed since its last event or a word to read anew. Nothing
     * is written before that is known: whoever cannot be let in is told so, and not left listening
     * to a stream that says nothing.
     *
     * @param last null for a reader who was never here
     */
    void join(Reader reader, String last) {
        long now;
        Optional<List<Frame>> missed;
        List<Reader> displaced;
        synchronized (this) {
            if (!readers.hasRoomFor(reader.user())) {
                throw StreamProblems.full().exception();
            }
            now = ring.last();
            missed = missed(last);
            displaced = readers.add(reader);
        }
        displaced.forEach(oldest -> oldest.end("displaced"));
        try {
            reader.begin(first(reader, last, now, missed));
        } catch (RuntimeException e) {
            leave(reader);
            throw e;
        }
    }

    private List<Buffer> first(Reader reader, String last, long now, Optional<List<Frame>> missed) {
        var first = new ArrayList<Buffer>();
        if (last != null && missed.isEmpty()) {
            first.add(Reader.resync(new StreamId(start, now)));
        }
        first.addAll(admitted(missed.orElse(List.of()), reader));
        first.add(Buffer.buffer("id: " + new StreamId(start, now) + "\n\n"));
        return first;
    }

    synchronized void leave(Reader reader) {
        readers.remove(reader);
    }

    /** Open now. */
    synchronized int readers() {
        return readers.count();
    }

    private Optional<List<Frame>> missed(String last) {
        return Optional.ofNullable(last)
                .flatMap(StreamId::parse)
                .filter(id -> id.start().equals(start))
                .flatMap(id -> ring.after(id.number()));
    }

    private List<Buffer> admitted(List<Frame> frames, Reader reader) {
        var transfers =
                frames.stream()
                        .map(Frame::transfer)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        var related = ties.now(reader.seesAll() ? Set.of() : transfers);
        return frames.stream()
                .filter(frame -> admits(reader, frame, related))
                .map(Frame::encoded)
                .toList();
    }

    private void each(Consumer<Reader> action) {
        List<Reader> all;
        synchronized (this) {
            all = readers.all();
        }
        all.forEach(action);
    }

    /** First of all: a stop waits until no request is open, and a stream would be for ever. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        each(reader -> reader.end("closing"));
    }
}
