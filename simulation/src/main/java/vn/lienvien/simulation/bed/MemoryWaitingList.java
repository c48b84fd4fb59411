package vn.lienvien.simulation.bed;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.application.PlacementRules;
import vn.lienvien.bed.placement.application.WaitingList;
import vn.lienvien.bed.placement.domain.Board;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.QueueRank;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Seeker;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Urgency;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.simulation.Bug;

/** Who waits and which units there are, as the allocator's statements read them. */
public final class MemoryWaitingList implements WaitingList {

    private final BedTables tables;
    private final PlacementRules rules;
    private final DatabaseClock clock;
    private final Map<OrganisationId, Place> hospitals;
    private final Bug bug;
    private Situation seen;

    MemoryWaitingList(
            BedTables tables,
            PlacementRules rules,
            DatabaseClock clock,
            Map<OrganisationId, Place> hospitals,
            Bug bug) {
        this.tables = tables;
        this.rules = rules;
        this.clock = clock;
        this.hospitals = hospitals;
        this.bug = bug;
    }

    /** Requests that take this lock are never let in while another transaction waits. */
    @Override
    public void lock() {}

    @Override
    public Situation lockAndLook() {
        var queue = queue();
        var named = queue.ranked().stream().map(it -> it.search().organisation()).collect(toSet());
        boolean red =
                queue.ranked().stream()
                        .anyMatch(it -> it.callsTeam() || it.of().urgency() == Urgency.U0);
        seen = new Situation(queue, new Board(wanted(named, red)));
        return new Situation(queue, new Board(seen.board().all()));
    }

    /** Units that could be asked, those of named hospitals, and all for a red alert. */
    private List<Candidate> wanted(Set<OrganisationId> named, boolean red) {
        return candidates().stream()
                .filter(
                        it ->
                                named.contains(it.ward().organisation())
                                        || (red && (it.activated() || it.mobileTeam()))
                                        || (it.activated() && !it.free().isEmpty()))
                .toList();
    }

    /** What the allocator saw at the beginning of its last pass, for the audit of the queue. */
    public Situation lastSeen() {
        return seen;
    }

    @Override
    public Queue queue() {
        var now = clock.now();
        var ranked = new ArrayList<Queued>();
        for (var placement : tables.placements.all()) {
            var due = tables.times.get(placement.transfer()).teamDueAt();
            boolean callsTeam = due != null && !now.isBefore(due);
            if (isSought(placement) || callsTeam) {
                ranked.add(queued(placement, callsTeam, now));
            }
        }
        ranked.sort(null);
        return new Queue(bug == Bug.LOWER_RANK_FIRST ? ranked.reversed() : ranked, now);
    }

    @Override
    public Queue unplaced() {
        throw new UnsupportedOperationException("nobody plans for all of them here");
    }

    @Override
    public Board board(Collection<OrganisationId> named) {
        return new Board(
                candidates().stream()
                        .filter(it -> named.contains(it.ward().organisation()))
                        .toList());
    }

    @Override
    public Optional<Seeker> seeker(OrganisationId origin, Needs needs) {
        return Optional.ofNullable(hospitals.get(origin))
                .map(from -> new Seeker(origin, from, Set.of(), needs, Set.of()));
    }

    @Override
    public Board directory() {
        return new Board(candidates());
    }

    private List<Candidate> candidates() {
        var byUnit = new HashMap<UnitId, List<SlotRecord>>();
        for (var row : tables.slots.all()) {
            byUnit.computeIfAbsent(row.unit(), _ -> new ArrayList<>()).add(row);
        }
        return tables.units.all().stream()
                .map(it -> candidate(it, byUnit.getOrDefault(it.ward().unit(), List.of())))
                .toList();
    }

    private static boolean isSought(Placement placement) {
        return placement.paused() == null
                && (placement.stage() instanceof Stage.Seeking
                        || placement.stage() instanceof Stage.Waiting);
    }

    private Queued queued(Placement placement, boolean callsTeam, Instant now) {
        var of = placement.of();
        var search = placement.search();
        return new Queued(
                QueueRank.of(
                        of,
                        search,
                        placement.putFirst(),
                        placement.queuedAt(),
                        rules.holds().ageing(),
                        now),
                of,
                search,
                isSought(placement),
                placement.stage() instanceof Stage.Waiting,
                callsTeam,
                placement.silentOffers(),
                placement.team(),
                new Seeker(
                        of.origin(),
                        hospitals.get(of.origin()),
                        Set.of(),
                        search.needs(),
                        placement.excluded()));
    }

    private Candidate candidate(UnitRecord unit, List<SlotRecord> slots) {
        int usable = 0;
        int taken = 0;
        int promised = 0;
        var free = new ArrayList<SlotId>();
        for (var row : slots) {
            switch (row.slot()) {
                case Slot.Free(var id) -> {
                    usable++;
                    free.add(id);
                }
                case Slot.Held _, Slot.Confirmed _ -> {
                    usable++;
                    taken++;
                    promised++;
                }
                case Slot.Occupied(_, var by, _) -> {
                    usable++;
                    taken++;
                    promised += isNewPatient(by, row, unit) ? 1 : 0;
                }
                case Slot.Cleaning _ -> usable++;
                case Slot.Closed _ -> {}
            }
        }
        return new Candidate(
                unit.ward(),
                unit.abilities(),
                unit.place(),
                unit.activated(),
                unit.mobileTeam(),
                Finding.YES,
                unit.readyForOutside() - promised,
                tables.doubts.has(unit.ward().unit()),
                usable,
                taken,
                free,
                unit.reportedAt(),
                false);
    }

    /** Not yet counted by the unit's own last report. */
    private static boolean isNewPatient(Occupant by, SlotRecord row, UnitRecord unit) {
        return by instanceof Occupant.Transferred
                && (unit.reportedAt() == null || row.since().isAfter(unit.reportedAt()));
    }
}
