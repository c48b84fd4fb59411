package vn.lienvien.journeys.bench;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienvien.local.client.Filing;
import vn.lienvien.local.client.LiveStream;
import vn.lienvien.local.client.LiveStream.Seen;
import vn.lienvien.local.client.Person;

/**
 * The product: a request is filed by REST, and its held slot and its alert come on the live stream.
 */
final class Product implements Chain {

    /** A unit is asked and a slot is its; and somebody there is told, which is in the database. */
    private static final Set<String> WANTED =
            Set.of("placement.slot-held", "alert.obligation-opened");

    private final Person referrer;
    private final OpenWards wards;
    private final Map<String, Set<String>> missing = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> pending = new ConcurrentHashMap<>();
    private final AtomicLong resyncs = new AtomicLong();

    Product(Person referrer, LiveStream stream, OpenWards wards) {
        this.referrer = referrer;
        this.wards = wards;
        stream.onEach(this::seen);
    }

    @Override
    public CompletableFuture<Void> begin() {
        wards.asked();
        var transfer = referrer.files(Filing.of("search", Instant.now())).id().toString();
        return pending(transfer);
    }

    /** How often the stream could not keep up and told its reader to read again. */
    long resyncs() {
        return resyncs.get();
    }

    private void seen(Seen event) {
        if (event.type().equals("resync")) {
            resyncs.incrementAndGet();
        } else if (WANTED.contains(event.type())) {
            var left = missing.computeIfAbsent(event.subject(), _ -> mutable(WANTED));
            left.remove(event.type());
            if (left.isEmpty()) {
                pending(event.subject()).complete(null);
            }
        }
    }

    private CompletableFuture<Void> pending(String transfer) {
        return pending.computeIfAbsent(transfer, _ -> new CompletableFuture<>());
    }

    private static Set<String> mutable(Set<String> types) {
        Set<String> left = ConcurrentHashMap.newKeySet();
        left.addAll(types);
        return left;
    }
}
