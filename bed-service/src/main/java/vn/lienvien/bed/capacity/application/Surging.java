package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.capacity.domain.Province;
import vn.lienvien.bed.capacity.domain.Surge;
import vn.lienvien.bed.capacity.domain.Surge.Step;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.time.DatabaseClock;

/** A coordinator or the authority declares a surge and ends it; a repeat changes nothing. */
@ApplicationScoped
public class Surging {

    private final Surges surges;
    private final CapacityAnnouncing announcing;
    private final DatabaseClock clock;
    private final Ids ids;

    Surging(Surges surges, CapacityAnnouncing announcing, DatabaseClock clock, Ids ids) {
        this.surges = surges;
        this.announcing = announcing;
        this.clock = clock;
        this.ids = ids;
    }

    /** Who does it, for which organisation, and why. */
    public record Saying(String by, String organisation, String reason) {
        Step at(DatabaseClock clock) {
            return new Step(by, organisation, clock.now(), reason);
        }
    }

    /**
     * @param now the surge as it is after it
     * @param changed false when it was so already
     */
    public record Surged(Surge now, boolean changed) {}

    @Transactional
    public Surged declare(Province province, Saying saying) {
        var surge = new Surge(ids.next(), province, saying.at(clock), null);
        if (!surges.add(surge)) {
            return new Surged(surges.lasting(province).orElseThrow(), false);
        }
        announcing.surgeDeclared(surge, surges.concerned(province));
        return new Surged(surge, true);
    }

    /** Empty when there is none of this id. */
    @Transactional
    public Optional<Surged> end(UUID id, Saying saying) {
        return surges.lock(id).map(surge -> end(surge, saying));
    }

    private Surged end(Surge surge, Saying saying) {
        if (!surge.lasts()) {
            return new Surged(surge, false);
        }
        var ended = surge.end(saying.at(clock));
        surges.end(ended);
        announcing.surgeEnded(ended, surges.concerned(ended.province()));
        return new Surged(ended, true);
    }
}
