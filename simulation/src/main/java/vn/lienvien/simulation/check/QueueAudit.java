package vn.lienvien.simulation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.bed.placement.application.WaitingList.Situation;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranking;
import vn.lienvien.bed.placement.domain.Routing;
import vn.lienvien.bed.placement.domain.Search;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Urgency;
import vn.lienvien.events.OfferKind;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.simulation.Invariant;
import vn.lienvien.simulation.Violated;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.bus.Announced;
import vn.lienvien.simulation.kernel.Story;
import vn.lienvien.simulation.kernel.VirtualClock;

/**
 * I11: whoever gets a slot, nobody above was there who could have had it. The order is said here in
 * its own words: class as endorsed or aged, top rank, waiting time.
 */
final class QueueAudit {

    private static final Duration AGEING = Duration.ofHours(12);

    private final Bed bed;
    private final VirtualClock clock;
    private final Story story;
    private final Map<TransferId, Placement> before = new HashMap<>();

    QueueAudit(Bed bed, VirtualClock clock, Story story) {
        this.bed = bed;
        this.clock = clock;
        this.story = story;
    }

    void check(List<Announced> announced, OfferLedger ledger) {
        for (var each : announced) {
            switch (each.event()) {
                case PlacementEvent.SlotHeldV1 it
                        when it.offer().kind() == OfferKind.SEARCH && it.offer().number() == 1 ->
                        held(it);
                case PlacementEvent.SlotConfirmedV1 it
                        when !it.extraSlot()
                                && !it.override()
                                && !ledger.held(it.offer().offerId()) ->
                        seated(it);
                default -> {}
            }
        }
        bed.placements().forEach(it -> before.put(it.transfer(), it));
    }

    /** By the allocator, which read the queue at the beginning of its pass. */
    private void held(PlacementEvent.SlotHeldV1 it) {
        var seen = bed.waiting().lastSeen();
        var got = it.transfer().transferId();
        var ours = queued(seen, got);
        if (ours == null) {
            throw passedOver(got, null, it.offer(), "was not in the queue");
        }
        for (var other : seen.queue().ranked()) {
            if (isBefore(other, ours, seen.queue().readAt())
                    && couldHave(other, it.offer(), candidate(seen, it.offer()), clock.now())) {
                throw passedOver(got, other, it.offer(), "was given before");
            }
        }
    }

    /** By a doctor who confirmed an offer nothing was held for: then it is a declared override. */
    private void seated(PlacementEvent.SlotConfirmedV1 it) {
        // with the rank it had until it was confirmed
        var placement = before.get(new TransferId(it.transfer().transferId()));
        var now = clock.now();
        for (var other : bed.waiting().queue().ranked()) {
            if (isBefore(other, placement, now)
                    && couldHave(other, it.offer(), asBefore(it.offer()), now)) {
                throw passedOver(
                        it.transfer().transferId(), other, it.offer(), "took, undeclared, before");
            }
        }
    }

    private boolean couldHave(Queued other, OfferRef offer, Candidate unit, Instant now) {
        return unit != null
                && other.sought()
                && other.search().routing() == Routing.SEARCH
                && Bed.RULES.holds().holds(other.of().urgency())
                && stillWaits(other)
                && new Ranking(Bed.RULES.ranking(), now).suits(other.seeker(), unit);
    }

    private boolean stillWaits(Queued other) {
        return bed.placement(other.of().transfer()).stream()
                .anyMatch(
                        it ->
                                it.paused() == null
                                        && it.of().equals(other.of())
                                        && it.search().equals(other.search())
                                        && it.excluded().equals(other.seeker().excluded())
                                        && (it.stage() instanceof Stage.Seeking
                                                || it.stage() instanceof Stage.Waiting));
    }

    private static Queued queued(Situation seen, UUID transfer) {
        return seen.queue().ranked().stream()
                .filter(it -> it.of().transfer().value().equals(transfer))
                .findFirst()
                .orElse(null);
    }

    private static Candidate candidate(Situation seen, OfferRef offer) {
        return seen.board().all().stream()
                .filter(it -> it.ward().unit().value().equals(offer.unit().value()))
                .findFirst()
                .orElse(null);
    }

    /** The unit as it was before it gave this slot. */
    private Candidate asBefore(OfferRef offer) {
        return bed
                .waiting()
                .board(List.of(bed.ward(new UnitId(offer.unit().value())).organisation()))
                .all()
                .stream()
                .filter(it -> it.ward().unit().value().equals(offer.unit().value()))
                .findFirst()
                .map(it -> withFree(it, new SlotId(offer.slotId())))
                .orElse(null);
    }

    private static Candidate withFree(Candidate it, SlotId slot) {
        var free = new ArrayList<>(it.free());
        free.add(slot);
        return new Candidate(
                it.ward(),
                it.abilities(),
                it.place(),
                it.activated(),
                it.mobileTeam(),
                it.onDuty(),
                it.readyForOutside() + 1,
                it.doubted(),
                it.slots(),
                it.taken() - 1,
                free,
                it.reportedAt(),
                it.inSurge());
    }

    private record Rank(boolean putFirst, Urgency queuesAs, boolean topRank, Instant since) {
        boolean isBefore(Rank other) {
            if (putFirst != other.putFirst) {
                return putFirst;
            }
            if (queuesAs != other.queuesAs) {
                return queuesAs.compareTo(other.queuesAs) < 0;
            }
            return topRank == other.topRank ? since.isBefore(other.since) : topRank;
        }
    }

    private boolean isBefore(Queued one, Queued other, Instant now) {
        return rank(one, now).isBefore(rank(other, now));
    }

    private boolean isBefore(Queued one, Placement other, Instant now) {
        return rank(one, now)
                .isBefore(
                        rank(
                                other.putFirst(),
                                other.of().urgency(),
                                other.search(),
                                other.queuedAt(),
                                now));
    }

    private static Rank rank(Queued it, Instant now) {
        return rank(
                it.rank().putFirst(), it.of().urgency(), it.search(), it.rank().queuedAt(), now);
    }

    private static Rank rank(
            boolean putFirst, Urgency urgency, Search search, Instant since, Instant now) {
        var queuesAs =
                switch (urgency) {
                    case U0, U1 -> search.endorsed() ? urgency : Urgency.U2;
                    case U2 -> Urgency.U2;
                    case U3 -> now.isBefore(since.plus(AGEING)) ? Urgency.U3 : Urgency.U2;
                };
        return new Rank(putFirst, queuesAs, search.topRank(), since);
    }

    private Violated passedOver(UUID got, Queued other, OfferRef offer, String how) {
        return new Violated(
                Invariant.I11,
                story.named(got),
                story.named(got)
                        + " "
                        + how
                        + (other == null ? "" : " " + story.named(other.of().transfer().value()))
                        + " a slot of "
                        + offer.unit());
    }
}
