package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import vn.lienvien.bed.placement.domain.Happened.NotNow;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.WithdrawnBecause;

/** What an intensive care unit answers to an offer. */
@ApplicationScoped
public class Answering {

    private final Placements placements;
    private final Seating seating;
    private final Doubts doubts;
    private final Announcing announcing;
    private final PlacementRules rules;

    public Answering(
            Placements placements,
            Seating seating,
            Doubts doubts,
            Announcing announcing,
            PlacementRules rules) {
        this.placements = placements;
        this.seating = seating;
        this.doubts = doubts;
        this.announcing = announcing;
        this.rules = rules;
    }

    @Transactional
    public Outcome<Placement> opened(TransferId transfer, OfferId offer, Instant occurredAt) {
        return placements.change(transfer, occurredAt, (it, now) -> it.opened(offer, now));
    }

    @Transactional
    public Outcome<Placement> confirm(
            TransferId transfer, OfferId offer, String by, Instant occurredAt) {
        return placements.change(
                transfer,
                occurredAt,
                (it, now) -> it.confirm(offer, by, seating.seatFor(it, offer, now), now));
    }

    @Transactional
    public Outcome<Placement> notNow(
            TransferId transfer, OfferId offer, NotNow answer, Instant occurredAt) {
        return placements.change(
                transfer,
                occurredAt,
                (it, now) -> {
                    var outcome = it.notNow(offer, answer, now);
                    if (outcome instanceof Outcome.Changed<Placement>
                            && answer.reason().doubtsCapacity()) {
                        doubt(it, offer, now);
                    }
                    return outcome;
                });
    }

    @Transactional
    public Outcome<Placement> consulting(TransferId transfer, OfferId offer, Instant occurredAt) {
        return placements.change(
                transfer,
                occurredAt,
                (it, now) -> it.consulting(offer, rules.holds().consulting(), now));
    }

    @Transactional
    public Outcome<Placement> renew(TransferId transfer, OfferId offer, Instant occurredAt) {
        return placements.change(
                transfer,
                occurredAt,
                (it, now) -> it.renew(offer, rules.holds().clock(it.of().urgency()), now));
    }

    @Transactional
    public Outcome<Placement> withdraw(
            TransferId transfer, OfferId offer, WithdrawnBecause because, Instant occurredAt) {
        return placements.change(transfer, occurredAt, (it, _) -> it.withdraw(offer, because));
    }

    private void doubt(Placement placement, OfferId offer, Instant now) {
        var ward = placement.offer(offer).orElseThrow().asked().ward();
        if (doubts.doubt(ward, "CAPACITY_NOT_NOW", now)) {
            announcing.doubted(ward);
        }
    }
}
