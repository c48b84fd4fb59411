package vn.lienvien.bed.placement.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.AdviserView;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.BlockedView;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.WaitingView;
import vn.lienvien.bed.placement.application.Advising;
import vn.lienvien.bed.placement.application.Rankings;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranked.Reason;
import vn.lienvien.bed.placement.domain.Ranked.Why;
import vn.lienvien.bed.placement.domain.Stage;

/** Waiting, so that nobody has to wonder: the place in line, the reason, and whom to call. */
@ApplicationScoped
class WaitingViews {

    private final Advising advising;

    WaitingViews(Advising advising) {
        this.advising = advising;
    }

    Optional<WaitingView> of(Placement it, List<Queued> line, Optional<Rankings.Kept> ranking) {
        if (!(it.stage() instanceof Stage.Waiting)) {
            return Optional.empty();
        }
        for (int i = 0; i < line.size(); i++) {
            var queued = line.get(i);
            if (queued.of().transfer().equals(it.transfer())) {
                return Optional.of(
                        new WaitingView(
                                i + 1,
                                line.size(),
                                queued.rank().queuesAs().name(),
                                it.putFirst(),
                                it.queuedAt(),
                                because(ranking),
                                adviser(it)));
            }
        }
        return Optional.empty();
    }

    private static List<BlockedView> because(Optional<Rankings.Kept> ranking) {
        var units = new LinkedHashMap<Why, Integer>();
        ranking.map(Rankings.Kept::candidates).orElse(List.of()).stream()
                .flatMap(it -> it.reasons().stream())
                .map(Reason::why)
                .filter(why -> why.finding() == Finding.NO || why == Why.NO_FREE_SLOT)
                .forEach(why -> units.merge(why, 1, Integer::sum));
        return units.entrySet().stream()
                .map(it -> new BlockedView(it.getKey().name(), it.getValue()))
                .sorted(Comparator.comparingInt(BlockedView::units).reversed())
                .toList();
    }

    private AdviserView adviser(Placement it) {
        return advising.of(it.transfer())
                .map(
                        by ->
                                new AdviserView(
                                        by.name(),
                                        by.phone(),
                                        Optional.ofNullable(by.organisation())
                                                .map(OrganisationId::value)
                                                .orElse(null),
                                        by.since()))
                .orElse(null);
    }
}
