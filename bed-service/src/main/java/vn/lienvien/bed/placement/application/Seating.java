package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.QueueRank;
import vn.lienvien.bed.placement.domain.Ranking;
import vn.lienvien.bed.placement.domain.Seat;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.ids.Ids;

/**
 * The seat of a patient who is confirmed though nothing was held: a slot that is free by now, else
 * an extra one. To take what a higher rank waits for is an audited override (I11).
 */
@ApplicationScoped
public class Seating {

    private final Seats seats;
    private final WaitingList waiting;
    private final PlacementRules rules;
    private final Roads roads;
    private final Audit audit;
    private final Ids ids;

    public Seating(
            Seats seats,
            WaitingList waiting,
            PlacementRules rules,
            Roads roads,
            Audit audit,
            Ids ids) {
        this.seats = seats;
        this.waiting = waiting;
        this.rules = rules;
        this.roads = roads;
        this.audit = audit;
        this.ids = ids;
    }

    /** Null when the offer holds a slot already, or can no longer be confirmed. */
    Seat seatFor(Placement placement, OfferId named, Instant now) {
        return placement
                .offer(named)
                .filter(Offer.Live.class::isInstance)
                .filter(offer -> offer.asked().slot() == null)
                .map(offer -> seatIn(offer.asked().ward(), placement, now))
                .orElse(null);
    }

    private Seat seatIn(Ward ward, Placement placement, Instant now) {
        var free = seats.free(ward.unit());
        if (free.isEmpty()) {
            return new Seat(new SlotId(ids.next()), true, false);
        }
        boolean override = somebodyHigherWaitsFor(ward, placement, now);
        if (override) {
            audit.record(
                    "higher-rank-overridden",
                    "transfer",
                    placement.transfer().toString(),
                    Map.of("unit", ward.unit().value()));
        }
        return new Seat(free.get(), false, override);
    }

    private boolean somebodyHigherWaitsFor(Ward ward, Placement placement, Instant now) {
        var ours =
                QueueRank.of(
                        placement.of(),
                        placement.search(),
                        placement.putFirst(),
                        placement.queuedAt(),
                        rules.holds().ageing(),
                        now);
        var ranking = new Ranking(rules.ranking(), roads, now);
        List<Candidate> here =
                waiting.board(List.of(ward.organisation())).all().stream()
                        .filter(unit -> unit.ward().equals(ward))
                        .toList();
        return waiting.queue().ranked().stream()
                .filter(queued -> queued.sought() && queued.rank().compareTo(ours) < 0)
                .anyMatch(
                        queued ->
                                here.stream()
                                        .anyMatch(unit -> ranking.suits(queued.seeker(), unit)));
    }
}
