package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import vn.lienvien.bed.placement.domain.Allocations.Question;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.OfferKind;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Steps;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.ids.Ids;

/** A coordinator overrules the machine; each step is audited where it is asked for. */
@ApplicationScoped
public class SteppingIn {

    private final Placements placements;
    private final WaitingList waiting;
    private final Seats seats;
    private final PlacementRules rules;
    private final AllocatorWake wake;
    private final Ids ids;

    SteppingIn(
            Placements placements,
            WaitingList waiting,
            Seats seats,
            PlacementRules rules,
            AllocatorWake wake,
            Ids ids) {
        this.placements = placements;
        this.waiting = waiting;
        this.seats = seats;
        this.rules = rules;
        this.wake = wake;
        this.ids = ids;
    }

    /** Takes the allocator's lock: what a person gives away the machine does not give again. */
    @Transactional
    public Outcome<Placement> offer(TransferId transfer, Ward ward) {
        waiting.lock();
        return placements.change(
                transfer, (it, now) -> Steps.offerByHand(it, question(it, ward, now)));
    }

    @Transactional
    public Outcome<Placement> pause(TransferId transfer) {
        return placements.change(transfer, (it, _) -> Steps.pause(it));
    }

    @Transactional
    public Outcome<Placement> resume(TransferId transfer) {
        return placements.change(transfer, (it, _) -> Steps.resume(it));
    }

    @Transactional
    public Outcome<Placement> putBack(TransferId transfer, UnitId unit) {
        wake.afterCommit();
        return placements.change(transfer, (it, _) -> Steps.putBack(it, unit));
    }

    @Transactional
    public Outcome<Placement> release(TransferId transfer) {
        return placements.change(transfer, (it, _) -> Steps.release(it));
    }

    private Question question(Placement placement, Ward ward, Instant now) {
        var urgency = placement.of().urgency();
        SlotId slot = rules.holds().holds(urgency) ? seats.free(ward.unit()).orElse(null) : null;
        var asked =
                new Asked(
                        new OfferId(ids.next()),
                        Steps.nextNumber(placement),
                        OfferKind.ASK,
                        ward,
                        slot,
                        now);
        return new Question(asked, rules.holds().until(OfferKind.ASK, urgency, now));
    }
}
