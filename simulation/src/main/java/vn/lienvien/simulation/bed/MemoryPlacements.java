package vn.lienvien.simulation.bed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.application.AllocatorWake;
import vn.lienvien.bed.placement.application.Announcing;
import vn.lienvien.bed.placement.application.Placements;
import vn.lienvien.bed.placement.domain.Happened;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Outcome.Changed;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Refusal;
import vn.lienvien.bed.placement.domain.ReleasedBecause;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotFollowing;
import vn.lienvien.bed.placement.domain.SlotFollowing.Followed;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.simulation.Bug;

/** The placement port as PostgreSQL keeps it: what is decided under the locks is written whole. */
final class MemoryPlacements implements Placements {

    private final BedTables tables;
    private final DatabaseClock clock;
    private final Announcing announcing;
    private final AllocatorWake wake;
    private final Contention contention;
    private final Bug bug;

    MemoryPlacements(
            BedTables tables,
            DatabaseClock clock,
            Announcing announcing,
            AllocatorWake wake,
            Contention contention,
            Bug bug) {
        this.tables = tables;
        this.clock = clock;
        this.announcing = announcing;
        this.wake = wake;
        this.contention = contention;
        this.bug = bug;
    }

    @Override
    public boolean add(Placement placement, Instant askedAt) {
        if (tables.placements.has(placement.transfer())) {
            return false;
        }
        tables.write(placement);
        tables.causedAt.put(placement.transfer(), askedAt);
        wake.afterCommit();
        return true;
    }

    @Override
    public Outcome<Placement> change(TransferId transfer, Instant occurredAt, Change change) {
        contention.waiting();
        var now = clock.now();
        var outcome = decide(new Turn(transfer, change), now, occurredAt);
        if (outcome instanceof Changed<Placement>) {
            tables.causedAt.put(transfer, occurredAt);
        }
        return outcome;
    }

    @Override
    public List<Outcome<Placement>> changeInTurn(List<Turn> turns, Collection<SlotId> taking) {
        contention.waiting();
        var now = clock.now();
        var outcomes = new ArrayList<Outcome<Placement>>();
        for (var turn : turns) {
            var outcome = decide(turn, now, tables.causedAt.get(turn.transfer()));
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Refused<Placement>) {
                break;
            }
            if (outcome instanceof Changed<Placement>) {
                tables.causedAt.put(turn.transfer(), null);
            }
        }
        return outcomes;
    }

    @Override
    public Optional<Placement> find(TransferId transfer) {
        return Optional.ofNullable(tables.placements.get(transfer));
    }

    @Override
    public Optional<TransferId> nextLapsed(Set<TransferId> leavingOut) {
        var now = clock.now();
        return tables.times.rows().entrySet().stream()
                .filter(it -> !leavingOut.contains(it.getKey()))
                .filter(it -> it.getValue().lapsesAt() != null)
                .filter(it -> !it.getValue().lapsesAt().isAfter(now))
                .min(Comparator.comparing(it -> it.getValue().lapsesAt()))
                .map(Map.Entry::getKey);
    }

    private Outcome<Placement> decide(Turn turn, Instant now, Instant occurredAt) {
        var before = tables.placements.get(turn.transfer());
        if (before == null) {
            return Outcome.refused(Refusal.NOT_SOUGHT);
        }
        var outcome = turn.change().decide(before, now);
        return outcome instanceof Changed<Placement> changed
                ? write(changed, now, occurredAt)
                : outcome;
    }

    private Outcome<Placement> write(Changed<Placement> changed, Instant now, Instant occurredAt) {
        var followed =
                SlotFollowing.all(
                        changed.events(),
                        changed.now().transfer(),
                        now,
                        (id, event) -> locked(id, event, now));
        if (followed.isEmpty()) {
            return Outcome.refused(Refusal.SLOT_TAKEN);
        }
        tables.write(changed.now());
        followed.get().forEach(it -> write(it, now));
        if (bug != Bug.SLOT_GUARD_DROPPED && !followed.get().isEmpty()) {
            tables.guard();
        }
        announcing.announce(changed.now(), changed.events(), occurredAt);
        if (followed.get().stream().anyMatch(Followed::frees) || isQueued(changed.now())) {
            wake.afterCommit();
        }
        return changed;
    }

    private void write(Followed it, Instant now) {
        if (bug == Bug.END_KEEPS_SLOT
                && it.because() instanceof Happened.OfferReleased(_, var because)
                && because == ReleasedBecause.ENDED) {
            return;
        }
        var kept = tables.slots.get(it.id());
        var row =
                kept.becomes(kept.extra() ? SlotFollowing.extra(it.becomes()) : it.becomes(), now);
        tables.slots.put(
                it.id(),
                switch (it.because()) {
                    case Happened.SlotHeld(var offer, _) ->
                            row.numbered(offer.number(), offer.number() > 1);
                    case Happened.SlotConfirmed(var offer, _, _) ->
                            row.numbered(offer.number(), row.multi());
                    default -> row;
                });
    }

    private Slot locked(SlotId id, Happened event, Instant now) {
        var kept = tables.slots.get(id);
        var row = kept == null ? open(id, unitOfExtra(event), now) : kept;
        return bug == Bug.SLOT_GUARD_DROPPED && event instanceof Happened.SlotHeld
                ? new Slot.Free(id)
                : row.slot();
    }

    private static UnitId unitOfExtra(Happened event) {
        return switch (event) {
            case Happened.SlotConfirmed it when it.extra() -> it.offer().ward().unit();
            case Happened.SlotOccupied it when it.extra() -> it.ward().unit();
            default -> throw new IllegalStateException(event + " names no slot");
        };
    }

    private SlotRecord open(SlotId id, UnitId unit, Instant now) {
        var row = SlotRecord.opened(new Slot.Free(id), unit, true, now);
        tables.slots.put(id, row);
        return row;
    }

    private static boolean isQueued(Placement placement) {
        return placement.paused() == null && placement.stage() instanceof Stage.Seeking;
    }
}
