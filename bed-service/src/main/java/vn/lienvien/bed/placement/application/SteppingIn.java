package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.placement.domain.Allocations.Question;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.OfferKind;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Refusal;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Steps;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.ids.Ids;

/**
 * A coordinator overrules the machine; each step is audited where it is asked for. It may be
 * entered later than it was decided on the phone: {@code occurredAt}, null for now.
 */
@ApplicationScoped
public class SteppingIn {

    private final Placements placements;
    private final WaitingList waiting;
    private final Seats seats;
    private final PlacementRules rules;
    private final AllocatorWake wake;
    private final Ids ids;

    public SteppingIn(
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

    @Transactional
    public Outcome<Placement> offer(TransferId transfer, List<Ward> wards, Instant occurredAt) {
        return offer(transfer, wards, occurredAt, (_, _) -> Optional.empty());
    }

    /** Something else that must hold for it, seen under the same locks. */
    interface Condition {
        Optional<Refusal> against(Placement placement, Instant now);
    }

    @Transactional
    Outcome<Placement> offer(
            TransferId transfer, List<Ward> wards, Instant occurredAt, Condition condition) {
        return step(
                transfer,
                occurredAt,
                (it, now) ->
                        condition
                                .against(it, now)
                                .<Outcome<Placement>>map(Outcome::refused)
                                .orElseGet(() -> Steps.offerByHand(it, questions(it, wards, now))));
    }

    @Transactional
    public Outcome<Placement> skip(TransferId transfer, UnitId unit, Instant occurredAt) {
        return step(transfer, occurredAt, (it, _) -> Steps.skip(it, unit));
    }

    @Transactional
    public Outcome<Placement> putBack(TransferId transfer, UnitId unit, Instant occurredAt) {
        return step(transfer, occurredAt, (it, _) -> Steps.putBack(it, unit));
    }

    @Transactional
    public Outcome<Placement> putFirst(TransferId transfer, boolean first, Instant occurredAt) {
        return step(transfer, occurredAt, (it, _) -> Steps.putFirst(it, first));
    }

    @Transactional
    public Outcome<Placement> pause(TransferId transfer, Instant occurredAt) {
        return step(transfer, occurredAt, (it, _) -> Steps.pause(it));
    }

    @Transactional
    public Outcome<Placement> resume(TransferId transfer, Instant occurredAt) {
        return step(transfer, occurredAt, (it, _) -> Steps.resume(it));
    }

    @Transactional
    public Outcome<Placement> release(TransferId transfer, Instant occurredAt) {
        return step(transfer, occurredAt, (it, _) -> Steps.release(it));
    }

    /** Under the allocator's lock: what a person does, the machine sees or has not begun. */
    private Outcome<Placement> step(
            TransferId transfer, Instant occurredAt, Placements.Change change) {
        waiting.lock();
        wake.afterCommit();
        return placements.change(transfer, occurredAt, change);
    }

    private List<Question> questions(Placement placement, List<Ward> wards, Instant now) {
        int next = Steps.nextNumber(placement);
        var questions = new ArrayList<Question>();
        for (var ward : wards) {
            questions.add(question(placement, ward, next + questions.size(), now));
        }
        return questions;
    }

    private Question question(Placement placement, Ward ward, int number, Instant now) {
        var urgency = placement.of().urgency();
        SlotId slot = rules.holds().holds(urgency) ? seats.free(ward.unit()).orElse(null) : null;
        var asked = new Asked(new OfferId(ids.next()), number, OfferKind.ASK, ward, slot, now);
        return new Question(asked, rules.holds().until(OfferKind.ASK, urgency, now));
    }
}
