package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lienvien.bed.capacity.application.Previews.Kind;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.time.DatabaseClock;

/** Keeps what an import would do for as long as it can be taken. */
@ApplicationScoped
class Previewing {

    private final Previews previews;
    private final ImportRules rules;
    private final DatabaseClock clock;
    private final Ids ids;

    Previewing(Previews previews, ImportRules rules, DatabaseClock clock, Ids ids) {
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

    boolean isTooOld(Preview<?> preview) {
        return !clock.now().isBefore(preview.expires());
    }
}
