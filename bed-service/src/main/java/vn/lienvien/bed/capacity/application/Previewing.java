package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.lienvien.bed.capacity.application.Previews.Kind;
import vn.lienvien.bed.capacity.domain.CapacityRefusal;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.time.DatabaseClock;

/** Keeps what an import would do for as long as it can be taken. */
@ApplicationScoped
class Previewing {

    private final Units units;
    private final Previews previews;
    private final ImportRules rules;
    private final DatabaseClock clock;
    private final Ids ids;

    Previewing(Units units, Previews previews, ImportRules rules, DatabaseClock clock, Ids ids) {
        this.units = units;
        this.previews = previews;
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
    }

    <L> UUID keep(Kind kind, List<L> lines, String by) {
        var now = clock.now();
        var kept = rules.previewKept();
        previews.dropExpired(now.minus(kept));
        var preview = new Preview<>(ids.next(), by, now.plus(kept), lines);
        previews.keep(kind, preview);
        return preview.id();
    }

    /**
     * Takes it whole or not at all: all lines are checked, under the locks of their units, before
     * the first is written, since a refusal is an answer and is committed.
     */
    <L> Optional<CapacityRefusal> take(
            Preview<L> preview,
            Function<L, UnitId> unit,
            Predicate<L> holds,
            Consumer<List<L>> write) {
        if (!clock.now().isBefore(preview.expires())) {
            return Optional.of(CapacityRefusal.PREVIEW_EXPIRED);
        }
        var inOrderOfLocking =
                preview.lines().stream()
                        .sorted(Comparator.comparing(it -> unit.apply(it).value()))
                        .toList();
        for (var line : inOrderOfLocking) {
            units.lock(unit.apply(line));
            if (!holds.test(line)) {
                return Optional.of(CapacityRefusal.CHANGED_SINCE_PREVIEW);
            }
        }
        write.accept(inOrderOfLocking);
        previews.drop(preview.id());
        return Optional.empty();
    }
}
