package vn.lienvien.bed.placement.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.AdviserView;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.BlockedView;
import vn.lienvien.bed.placement.adapter.rest.PlacementView.WaitingView;
import vn.lienvien.bed.placement.application.Advising;
import vn.lienvien.bed.placement.application.Advising.Adviser;
import vn.lienvien.bed.placement.application.Rankings;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.TransferId;

/** Waiting, so that nobody has to wonder: the place in line, the reason, and whom to call. */
@ApplicationScoped
class WaitingViews {

    private final Advising advising;

    WaitingViews(Advising advising) {
        this.advising = advising;
    }

    Map<TransferId, Adviser> advisers(List<Placement> placements) {
        return advising.of(
                placements.stream()
                        .filter(it -> it.stage() instanceof Stage.Waiting)
                        .map(Placement::transfer)
                        .toList());
    }

    /**
     * @param ranking null when it is not kept, or not for the reader
     * @param adviser null when there is nobody to call
     */
    Optional<WaitingView> of(
            Placement it, List<Queued> line, Rankings.Kept ranking, Adviser adviser) {
        if (!(it.stage() instanceof Stage.Waiting)) {
            return Optional.empty();
        }
        var sought = line.stream().filter(Queued::sought).toList();
        return line.stream()
                .filter(queued -> queued.of().transfer().equals(it.transfer()))
                .findFirst()
                .map(
                        queued ->
                                new WaitingView(
                                        queued.sought() ? sought.indexOf(queued) + 1 : null,
                                        sought.size(),
                                        queued.rank().queuesAs().name(),
                                        it.putFirst(),
                                        it.queuedAt(),
                                        ranking == null ? null : ranking.at(),
                                        BlockedView.of(
                                                Ranked.blocked(
                                                        ranking == null
                                                                ? List.of()
                                                                : ranking.candidates())),
                                        view(adviser)));
    }

    private static AdviserView view(Adviser by) {
        return by == null
                ? null
                : new AdviserView(
                        by.name(),
                        by.phone(),
                        by.organisation() == null ? null : by.organisation().value(),
                        by.since());
    }
}
