package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.bed.placement.domain.Travel;

/**
 * Travel times as they are known here: routed where a route was learned not too long ago, else
 * estimated. Asking never waits. Learning asks another machine, so it is done where no transaction
 * and no lock is held.
 */
@ApplicationScoped
public class Roads implements Travel {

    /** All ways between some hundred hospitals and as many units, and more. */
    private static final int MOST = 500_000;

    private static final double FASTEST_KMH = 150;
    private static final Duration LONGEST = Duration.ofDays(3);

    private final Map<Way, Known> known = new ConcurrentHashMap<>();
    private final Router router;
    private final RoadRules rules;
    private final PlacementRules placement;
    private final LongSupplier ticks;
    private volatile long silentUntil;

    @Inject
    Roads(Router router, RoadRules rules, PlacementRules placement) {
        this(router, rules, placement, System::nanoTime);
    }

    /**
     * @param ticks in nanoseconds, from anywhere: only an age is ever taken of it
     */
    public Roads(Router router, RoadRules rules, PlacementRules placement, LongSupplier ticks) {
        this.router = router;
        this.rules = rules;
        this.placement = placement;
        this.ticks = ticks;
        this.silentUntil = ticks.getAsLong();
    }

    private record Way(Place from, Place to) {}

    /**
     * @param minutes null where no road leads
     */
    private record Known(Integer minutes, long learnedAt) {}

    @Override
    public Leg between(Place from, Place to) {
        var found = known.get(new Way(from, to));
        if (found == null || found.minutes == null) {
            return placement.ranking().estimate(from, to);
        }
        var age = Duration.ofNanos(ticks.getAsLong() - found.learnedAt);
        return age.compareTo(rules.forget()) > 0
                ? placement.ranking().estimate(from, to)
                : new Leg(found.minutes, age);
    }

    /** Asks for what is not known, or is old. A router that fails is left alone for a while. */
    public void learn(Place from, List<Place> to) {
        long now = ticks.getAsLong();
        var missing = to.stream().distinct().filter(it -> isDue(new Way(from, it), now)).toList();
        if (missing.isEmpty() || now - silentUntil < 0) {
            return;
        }
        var minutes = router.minutes(from, missing);
        if (minutes.isEmpty()) {
            silentUntil = ticks.getAsLong() + rules.silence().toNanos();
            return;
        }
        if (known.size() > MOST) {
            known.values().removeIf(it -> isForgotten(it, now));
        }
        for (int i = 0; i < missing.size() && known.size() <= MOST; i++) {
            var way = new Way(from, missing.get(i));
            var answered = minutes.get().get(i).filter(it -> isBelievable(it, way));
            known.put(way, new Known(answered.orElse(null), now));
        }
    }

    private boolean isForgotten(Known it, long now) {
        return now - it.learnedAt > rules.forget().toNanos();
    }

    /**
     * A router without roads there answers 0, or days: taken as it is, it would decide who is
     * asked.
     */
    private static boolean isBelievable(int minutes, Way way) {
        return minutes >= way.from().greatCircleKm(way.to()) / FASTEST_KMH * 60
                && minutes <= LONGEST.toMinutes();
    }

    private boolean isDue(Way way, long now) {
        var found = known.get(way);
        return found == null || now - found.learnedAt > rules.refresh().toNanos();
    }

    /** Knows the roads. */
    public interface Router {

        /** Whether there is anybody to ask. */
        boolean present();

        /**
         * Minutes to each, empty where no road leads; nothing at all when it failed or was slow.
         */
        Optional<List<Optional<Integer>>> minutes(Place from, List<Place> to);
    }

    /** Where the router is, and how long its answer is waited for. */
    public record RouterAddress(Optional<URI> url, Duration timeout) {}

    /**
     * @param refresh after which a route is asked for anew
     * @param forget after which an old route is worth less than an estimate
     * @param silence for which a router that failed is not asked
     */
    public record RoadRules(Duration refresh, Duration forget, Duration silence) {}
}
