package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.TransferId;

/** Placements as they are shown: with their reasons, and their place in the waiting list. */
@ApplicationScoped
public class ReadingPlacements {

    private final Placements placements;
    private final Rankings rankings;
    private final WaitingList waiting;
    private final PlacementPages pages;

    ReadingPlacements(
            Placements placements, Rankings rankings, WaitingList waiting, PlacementPages pages) {
        this.placements = placements;
        this.rankings = rankings;
        this.waiting = waiting;
        this.pages = pages;
    }

    @Transactional
    public Optional<Placement> find(TransferId transfer) {
        return placements.find(transfer);
    }

    /** Newest first; see {@link PlacementPages}. */
    @Transactional
    public List<Placement> page(
            Set<OrganisationId> ofAny, String stage, TransferId before, int limit) {
        return pages.page(ofAny, stage, before, limit);
    }

    public List<Ranked> ranking(Placement placement) {
        return rankings.latest(placement.of());
    }

    /** From 1, among all that wait; empty when it does not. */
    public Optional<Integer> position(Placement placement) {
        if (!(placement.stage() instanceof Stage.Waiting)) {
            return Optional.empty();
        }
        var ids =
                waiting.queue().ranked().stream()
                        .filter(Queued::sought)
                        .map(queued -> queued.of().transfer())
                        .toList();
        int index = ids.indexOf(placement.transfer());
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }
}
