package vn.lienvien.bed.placement.adapter.postgres;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.bed.placement.application.Placements;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Outcome.Changed;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Refusal;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.DatabaseClock;

/** Placements in PostgreSQL. Lock order: placement rows by transfer, then slots by id. */
@ApplicationScoped
class PanachePlacements implements Placements {

    static final String LAPSED =
            "select transfer_id from placement where lapses_at <= (select app_now())"
                    + " and transfer_id <> all(?::uuid[]) order by lapses_at limit 1 for update skip locked";

    private final PlacementRows placements;
    private final OfferRows offers;
    private final SlotRows slots;
    private final PlacementWriting writing;
    private final DatabaseClock clock;
    private final Sql sql;

    PanachePlacements(
            PlacementRows placements,
            OfferRows offers,
            SlotRows slots,
            PlacementWriting writing,
            DatabaseClock clock,
            Sql sql) {
        this.placements = placements;
        this.offers = offers;
        this.slots = slots;
        this.writing = writing;
        this.clock = clock;
        this.sql = sql;
    }

    @Override
    public boolean add(Placement placement, Instant askedAt) {
        return writing.add(placement, askedAt);
    }

    @Override
    public Outcome<Placement> change(TransferId transfer, Instant occurredAt, Change change) {
        return inTurn(List.of(new Turn(transfer, change)), Set.of(), Said.at(occurredAt))
                .getFirst();
    }

    @Override
    public List<Outcome<Placement>> changeInTurn(List<Turn> turns, Collection<SlotId> taking) {
        return inTurn(turns, taking, Said.BY_THE_ALLOCATOR);
    }

    @Override
    public Optional<Placement> find(TransferId transfer) {
        return placements
                .findByIdOptional(transfer.value())
                .map(row -> PlacementMapping.placement(row, offers.of(Set.of(row.transferId))));
    }

    @Override
    public Optional<TransferId> nextLapsed(Set<TransferId> leavingOut) {
        return sql.first(
                LAPSED,
                row -> new TransferId(row.getObject(1, UUID.class)),
                leavingOut.stream().map(TransferId::value).toList());
    }

    private List<Outcome<Placement>> inTurn(
            List<Turn> turns, Collection<SlotId> taking, Said said) {
        var ids = turns.stream().map(turn -> turn.transfer().value()).distinct().toList();
        var locked = lock(ids, taking);
        var now = clock.now();
        var outcomes = new ArrayList<Outcome<Placement>>();
        for (var turn : turns) {
            var outcome = decide(turn, locked, now, said);
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Refused<Placement>) {
                break;
            }
        }
        return outcomes;
    }

    private Outcome<Placement> decide(Turn turn, Locked locked, Instant now, Said said) {
        var row = locked.placements.get(turn.transfer().value());
        if (row == null) {
            return Outcome.refused(Refusal.NOT_SOUGHT);
        }
        var offerRows = locked.offers.computeIfAbsent(row.transferId, _ -> new ArrayList<>());
        var outcome = turn.change().decide(PlacementMapping.placement(row, offerRows), now);
        if (!(outcome instanceof Changed<Placement> changed)) {
            return outcome;
        }
        var occurredAt = said.occurredAt(row);
        row.causedAt = said.leaves();
        return writing.write(
                new PlacementWriting.Rows(row, offerRows, locked.slots), changed, now, occurredAt);
    }

    /**
     * Who decides: a person or an event, at a time of their own or now (null); or the allocator,
     * once, at the time of what made it act.
     */
    private record Said(boolean byAllocator, Instant at) {

        static final Said BY_THE_ALLOCATOR = new Said(true, null);

        static Said at(Instant occurredAt) {
            return new Said(false, occurredAt);
        }

        Instant occurredAt(PlacementRow row) {
            return byAllocator ? row.causedAt : at;
        }

        Instant leaves() {
            return at;
        }
    }

    private Locked lock(List<UUID> ids, Collection<SlotId> taking) {
        var locked = new Locked();
        placements.lock(ids).forEach(row -> locked.placements.put(row.transferId, row));
        var asked =
                locked.placements.values().stream()
                        .filter(row -> row.offersMade > 0)
                        .map(row -> row.transferId)
                        .toList();
        if (!asked.isEmpty()) {
            locked.offers.putAll(
                    offers.of(asked).stream().collect(groupingBy(row -> row.transferId)));
        }
        slots.lock(ids, taking.stream().map(SlotId::value).toList())
                .forEach(row -> locked.slots.put(row.id, row));
        return locked;
    }

    /** The rows of this transaction. */
    private static final class Locked {
        private final Map<UUID, PlacementRow> placements = new HashMap<>();
        private final Map<UUID, List<OfferRow>> offers = new HashMap<>();
        private final Map<UUID, SlotRow> slots = new HashMap<>();
    }
}
