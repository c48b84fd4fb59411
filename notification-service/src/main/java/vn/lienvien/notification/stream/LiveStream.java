package vn.lienvien.notification.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.lienvien.events.Topic;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.tail.TailListener;
import vn.lienvien.kit.tail.TailedEvent;
import vn.lienvien.kit.tail.TopicTail;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.stream.Entitlement.Tie;

/**
 * Every event, to whoever may hear of it, as soon as it is on its topic. Each replica reads all
 * topics by itself, so a reader may connect to any.
 */
@ApplicationScoped
class LiveStream implements TailListener {

    private final String start;
    private final Ring ring;
    private final Ties ties;
    private final TopicTail tail;
    private final Vertx vertx;
    private final NotificationConfig.Stream config;
    private final Set<Reader> readers = new LinkedHashSet<>();

    LiveStream(Ties ties, TopicTail tail, Vertx vertx, NotificationConfig config, Ids ids) {
        this.ties = ties;
        this.tail = tail;
        this.vertx = vertx;
        this.config = config.stream();
        this.start = ids.next().toString();
        this.ring = new Ring(config.stream().ring());
    }

    void begin(@Observes StartupEvent started) {
        tail.follow(this, Topic.values());
        vertx.setPeriodic(config.heartbeat().toMillis(), _ -> each(Reader::heartbeat));
    }

    @Override
    public void on(List<TailedEvent> events) {
        var related = ties.of(everybodySeesAll() ? List.of() : events);
        synchronized (this) {
            for (var event : events) {
                var frame = Frame.of(new StreamId(start, ring.last() + 1), event);
                ring.add(frame);
                for (var reader : readers) {
                    if (admits(reader, frame, related)) {
                        reader.offer(frame);
                    }
                }
            }
        }
    }

    private synchronized boolean everybodySeesAll() {
        return readers.stream().allMatch(Reader::seesAll);
    }

    private static boolean admits(Reader reader, Frame frame, Map<UUID, List<Tie>> related) {
        return reader.seesAll()
                || Entitlement.admits(
                        frame,
                        reader.organisation(),
                        related.getOrDefault(frame.transfer(), List.of()));
    }

    @Override
    public void missed() {
        each(reader -> reader.end("interrupted"));
    }

    String start() {
        return start;
    }

    /**
     * Lets a reader in, after what it missed since its last event or a word to read anew.
     *
     * @param last null for a reader who was never here
     */
    void join(Reader reader, String last) {
        long now;
        Optional<List<Frame>> missed;
        synchronized (this) {
            now = ring.last();
            missed = missed(last);
            makeRoom(reader.user());
            readers.add(reader);
        }
        var first = new ArrayList<Buffer>();
        if (last != null && missed.isEmpty()) {
            first.add(Reader.resync(new StreamId(start, now)));
        }
        first.addAll(admitted(missed.orElse(List.of()), reader));
        first.add(Buffer.buffer("id: " + new StreamId(start, now) + "\n\n"));
        reader.begin(first);
    }

    synchronized void leave(Reader reader) {
        readers.remove(reader);
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

    /** A phone that lost its network leaves a stream behind; the newest one is the one in use. */
    private void makeRoom(String user) {
        var own = readers.stream().filter(reader -> reader.user().equals(user)).toList();
        own.stream()
                .limit(Math.max(0, own.size() - config.perUser() + 1))
                .forEach(
                        oldest -> {
                            readers.remove(oldest);
                            oldest.end("displaced");
                        });
    }

    private void each(Consumer<Reader> action) {
        List<Reader> all;
        synchronized (this) {
            all = List.copyOf(readers);
        }
        all.forEach(action);
    }

    /** First of all: a stop waits until no request is open, and a stream would be for ever. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        each(reader -> reader.end("closing"));
    }
}
