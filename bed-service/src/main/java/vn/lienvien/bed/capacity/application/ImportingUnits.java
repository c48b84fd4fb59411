package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.capacity.application.Previews.Kind;
import vn.lienvien.bed.capacity.domain.CapacityRefusal;
import vn.lienvien.bed.capacity.domain.WardFacts;
import vn.lienvien.bed.capacity.domain.WardVersion;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.domain.UnitId;

/**
 * Takes what units are from a file, seen before it is taken. It activates none: that is for the
 * unit's own leader.
 */
@ApplicationScoped
public class ImportingUnits {

    private final WardBook book;
    private final Previews previews;
    private final Previewing previewing;
    private final AllocatorWake wake;

    ImportingUnits(WardBook book, Previews previews, Previewing previewing, AllocatorWake wake) {
        this.book = book;
        this.previews = previews;
        this.previewing = previewing;
        this.wake = wake;
    }

    /**
     * @param after the version somebody looked at; 0 for a new unit
     */
    public record Planned(WardFacts facts, int after) {}

    @Transactional
    public UUID preview(List<WardFacts> facts, String by) {
        var planned = facts.stream().map(it -> new Planned(it, version(it.unit()))).toList();
        return previewing.keep(Kind.UNITS, planned, by);
    }

    @Transactional
    public Optional<Preview<Planned>> find(UUID id, String by) {
        return previews.find(Kind.UNITS, id, by, Planned.class);
    }

    @Transactional
    public Optional<CapacityRefusal> take(Preview<Planned> preview) {
        var refused =
                previewing.take(
                        preview,
                        it -> it.facts().unit(),
                        it ->
                                version(it.facts().unit()) == it.after()
                                        && !closesWhatItPromised(it.facts()),
                        lines -> lines.forEach(it -> book.write(it.facts(), preview.by())));
        if (refused.isEmpty()) {
            wake.afterCommit();
        }
        return refused;
    }

    /** Its transfers would be lost: it gives them back first. */
    public boolean closesWhatItPromised(WardFacts facts) {
        return facts.validTo() != null && book.promised(facts.unit()) > 0;
    }

    private int version(UnitId unit) {
        return book.now(unit).map(WardVersion::version).orElse(0);
    }
}
