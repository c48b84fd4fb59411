package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.application.Announcing;
import vn.lienvien.bed.placement.domain.Happened;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Outcome.Changed;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Refusal;
import vn.lienvien.bed.placement.domain.SlotFollowing;
import vn.lienvien.bed.placement.domain.SlotFollowing.Followed;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.kit.sql.Sql;

/** Writes what was decided: slots follow first, those that become free before those taken. */
@ApplicationScoped
class PlacementWriting {

    private final PlacementRows placements;
    private final OfferRows offers;
    private final SlotRows slots;
    private final Entitling entitling;
    private final Announcing announcing;
    private final AllocatorWake wake;
    private final Sql sql;

    PlacementWriting(
            PlacementRows placements,
            OfferRows offers,
            SlotRows slots,
            Entitling entitling,
            Announcing announcing,
            AllocatorWake wake,
            Sql sql) {
        this.placements = placements;
        this.offers = offers;
        this.slots = slots;
        this.entitling = entitling;
        this.announcing = announcing;
        this.wake = wake;
        this.sql = sql;
    }

    /** The rows of one placement, locked. */
    record Rows(PlacementRow placement, List<OfferRow> offers, Map<UUID, SlotRow> slots) {}

    /** The key claims the transfer, so that two readers of the same event cannot both insert. */
    boolean add(Placement placement, Instant askedAt) {
        var row = new PlacementRow();
        PlacementMapping.write(placement, row);
        boolean added =
                sql.run(
                                """
                                insert into placement (transfer_id, version, case_code, origin, urgency, attempt,
                                    routing, named_organisation, named_unit, endorsed, top_rank, needs, stage,
                                    excluded, silent, offers_made, team, team_due_at, queued_at, caused_at)
                                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, '{}', 0, 0, ?::jsonb, ?, ?, ?)
                                on conflict do nothing
                                """,
                                row.transferId,
                                row.caseCode,
                                row.origin,
                                row.urgency,
                                row.attempt,
                                row.routing,
                                row.namedOrganisation,
                                row.namedUnit,
                                row.endorsed,
                                row.topRank,
                                row.needs,
                                row.stage,
                                row.team,
                                row.teamDueAt,
                                row.queuedAt,
                                askedAt)
                        == 1;
        if (added) {
            entitling.origin(placement);
            wake.afterCommit();
        }
        return added;
    }

    Outcome<Placement> write(
            Rows rows, Changed<Placement> changed, Instant now, Instant occurredAt) {
        var followed =
                SlotFollowing.all(
                        changed.events(),
                        changed.now().transfer(),
                        now,
                        (id, event) -> row(rows, id, event, now).slot());
        if (followed.isEmpty()) {
            return Outcome.refused(Refusal.SLOT_TAKEN);
        }
        var follows = followed.get();
        writePlacement(rows, changed.now());
        boolean freed = apply(rows, follows, true, now);
        boolean takes = follows.stream().anyMatch(it -> !it.frees());
        if (freed && takes) {
            slots.flush();
        }
        apply(rows, follows, false, now);
        entitling.after(changed.now(), changed.events(), now);
        announcing.announce(changed.now(), changed.events(), occurredAt);
        if (freed || isQueued(changed.now(), now)) {
            wake.afterCommit();
        }
        return changed;
    }

    private SlotRow row(Rows rows, SlotId id, Happened event, Instant now) {
        return rows.slots.computeIfAbsent(
                id.value(),
                key ->
                        switch (event) {
                            case Happened.SlotConfirmed it when it.extra() ->
                                    extra(key, it.offer().ward().unit().value(), now);
                            case Happened.SlotOccupied it when it.extra() ->
                                    extra(key, it.ward().unit().value(), now);
                            default -> slots.findById(key, LockModeType.PESSIMISTIC_WRITE);
                        });
    }

    /** A bed beyond the reported ones, opened for this patient. */
    private SlotRow extra(UUID id, String unit, Instant now) {
        var row = SlotRow.opened(id, unit, true, now);
        slots.persist(row);
        return row;
    }

    private static boolean apply(Rows rows, List<Followed> follows, boolean freeing, Instant now) {
        boolean any = false;
        for (var follow : follows) {
            if (follow.frees() == freeing) {
                any = true;
                var row = rows.slots.get(follow.id().value());
                row.become(
                        row.extra ? SlotFollowing.extra(follow.becomes()) : follow.becomes(), now);
                if (follow.because() instanceof Happened.SlotHeld(var offer, _)) {
                    row.offerNo = offer.number();
                    row.multiOffer = offer.number() > 1;
                } else if (follow.because() instanceof Happened.SlotConfirmed(var offer, _, _)) {
                    row.offerNo = offer.number();
                }
            }
        }
        return any;
    }

    private void writePlacement(Rows rows, Placement placement) {
        PlacementMapping.write(placement, rows.placement);
        for (int i = 0; i < placement.offers().size(); i++) {
            Offer offer = placement.offers().get(i);
            if (i < rows.offers.size()) {
                OfferMapping.write(offer, rows.offers.get(i));
            } else {
                var row = OfferMapping.asked(offer.asked(), rows.placement, i);
                OfferMapping.write(offer, row);
                offers.persist(row);
                rows.offers.add(row);
            }
        }
        placements.persist(rows.placement);
    }

    /**
     * For a place, or for a team: whoever turns red must not wait for the allocator's own round.
     */
    private static boolean isQueued(Placement placement, Instant now) {
        var teamDueAt = placement.teamDueAt();
        return (placement.paused() == null && placement.stage() instanceof Stage.Seeking)
                || (teamDueAt != null && !now.isBefore(teamDueAt));
    }
}
