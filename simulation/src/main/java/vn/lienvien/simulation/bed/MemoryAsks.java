package vn.lienvien.simulation.bed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.lienvien.bed.placement.application.StillTrueAsks;
import vn.lienvien.bed.placement.domain.Ward;

/** Which units were asked whether their numbers are still true. */
final class MemoryAsks implements StillTrueAsks {

    private final BedTables tables;

    MemoryAsks(BedTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Asked> ask(Collection<Ward> wards, Duration quiet, Instant now) {
        var asked = wards.stream().filter(it -> isDue(it, now.minus(quiet))).toList();
        asked.forEach(it -> tables.askedAt.put(it.unit(), now));
        return asked.stream()
                .map(it -> new Asked(it, tables.units.get(it.unit()).reportedAt()))
                .toList();
    }

    private boolean isDue(Ward ward, Instant since) {
        var last = tables.askedAt.get(ward.unit());
        return last == null || !last.isAfter(since);
    }
}
