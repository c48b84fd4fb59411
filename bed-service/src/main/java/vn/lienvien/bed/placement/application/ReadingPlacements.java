package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Queued;
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

    /** Why whom: kept when it was decided. */
    public Optional<Rankings.Kept> ranking(Placement placement) {
        return Optional.ofNullable(rankings(List.of(placement)).get(placement.transfer()));
    }

    public Map<TransferId, Rankings.Kept> rankings(Collection<Placement> placements) {
        return rankings.latest(placements.stream().map(Placement::transfer).toList());
    }

    /**
     * The waiting list as it is now, in rank order, with those for whom people decide: read once
     * for all that are shown together.
     */
    public List<Queued> line() {
        return waiting.unplaced().ranked();
    }
}
