package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Facts;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Receiving;
import vn.lienvien.bed.placement.domain.Search;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.SoughtBecause;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.time.DatabaseClock;

/** What transfer-service asks for and tells. It records; placing is the allocator's. */
@ApplicationScoped
public class Asking {

    private final Placements placements;
    private final WaitingList waiting;
    private final PlacementRules rules;
    private final DatabaseClock clock;
    private final Ids ids;

    public Asking(
            Placements placements,
            WaitingList waiting,
            PlacementRules rules,
            DatabaseClock clock,
            Ids ids) {
        this.placements = placements;
        this.waiting = waiting;
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
    }

    /** A repeat, or a request that comes after its end, changes nothing. */
    @Transactional
    public void seek(CaseRef of, Search search, Instant occurredAt) {
        placements.add(Placement.requested(of, search, clock.now()), occurredAt);
    }

    @Transactional
    public void seekAnew(CaseRef of, Search search, SoughtBecause because, Instant occurredAt) {
        if (!placements.add(Placement.requested(of, search, clock.now()), occurredAt)) {
            placements.change(
                    of.transfer(), occurredAt, (it, _) -> Facts.askAnew(it, of, search, because));
        }
    }

    @Transactional
    public void urgency(CaseRef of, boolean endorsed) {
        placements.change(
                of.transfer(),
                (it, now) -> Facts.urgency(it, of.urgency(), endorsed, rules.holds(), now));
    }

    @Transactional
    public void teamRequested(CaseRef of, OrganisationId team) {
        placements.change(of.transfer(), (it, _) -> Facts.teamRequested(it, team));
    }

    @Transactional
    public void teamAnswered(CaseRef of, OrganisationId team, boolean goes, Instant occurredAt) {
        placements.change(of.transfer(), occurredAt, (it, _) -> Facts.teamAnswered(it, team, goes));
    }

    /** Back at the sender, and the place is kept. */
    @Transactional
    public void turnBack(CaseRef of, Instant occurredAt) {
        placements.change(of.transfer(), occurredAt, (it, _) -> Facts.turnBack(it));
    }

    /** Ends it even when nobody has heard of it yet: a request that comes later is void. */
    @Transactional
    public void end(CaseRef of, Instant occurredAt) {
        placements.add(Placement.endedBeforeRequested(of, clock.now()), occurredAt);
        placements.change(of.transfer(), occurredAt, (it, _) -> Facts.end(it, of));
    }

    /**
     * @param unit null when the hospital only is known
     */
    @Transactional
    public void arrive(CaseRef of, OrganisationId at, UnitId unit, Instant occurredAt) {
        var wards = waiting.board(List.of(at)).all();
        placements.change(
                of.transfer(),
                occurredAt,
                (it, _) ->
                        Facts.arrive(
                                it,
                                at,
                                Receiving.ward(wards, at, unit, it.search().needs())
                                        .map(ward -> new Stage.Bed(ward, new SlotId(ids.next())))
                                        .orElse(null)));
    }
}
