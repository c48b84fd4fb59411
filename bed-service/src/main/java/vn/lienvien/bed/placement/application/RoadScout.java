package vn.lienvien.bed.placement.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Learns the roads ahead of the allocator, those of waiting patients first, so that a pass never
 * waits for another machine.
 */
@ApplicationScoped
class RoadScout {

    private static final int AT_ONCE = 20;

    private final Roads roads;
    private final Roads.Router router;
    private final RoadEnds ends;
    private final PlacementRhythms rhythms;
    private Rhythm rhythm;

    RoadScout(Roads roads, Roads.Router router, RoadEnds ends, PlacementRhythms rhythms) {
        this.roads = roads;
        this.router = router;
        this.ends = ends;
        this.rhythms = rhythms;
    }

    void start(@Observes StartupEvent started) {
        if (router.present()) {
            rhythm = Rhythm.start("road-scout", this::round);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (rhythm != null) {
            rhythm.stop();
        }
    }

    private void round() throws InterruptedException {
        Thread.sleep(rhythms.scoutEvery().toMillis());
        var units = ends.units();
        for (var sender : ends.senders(AT_ONCE)) {
            roads.learn(sender, units);
        }
    }
}
