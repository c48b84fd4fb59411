package vn.lienvien.bed.placement.domain;

import static vn.lienvien.bed.placement.domain.Outcome.refused;
import static vn.lienvien.bed.placement.domain.Outcome.unchanged;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.domain.Happened.NotNow;
import vn.lienvien.bed.placement.domain.Outcome.Changed;

/**
 * The search for one transfer's place: seeking ⇄ offered → confirmed → occupied; or waiting,
 * withdrawn, ended. Here a unit answers; {@link Steps} are the coordinator's, {@link Allocations}
 * the allocator's, {@link Facts} what transfer-service says.
 *
 * @param paused null while the machine may move on by itself
 * @param offers all that were ever made, oldest first
 * @param excluded units that said not now, or let it lapse, in this attempt
 * @param queuedAt when the transfer first asked; it keeps its place through all attempts
 * @param putFirst a coordinator has put it before all others, until it has a place
 */
public record Placement(
        CaseRef of,
        Search search,
        Stage stage,
        PausedBecause paused,
        List<Offer> offers,
        Set<UnitId> excluded,
        TeamCall team,
        Instant queuedAt,
        boolean putFirst) {

    public Placement {
        offers = List.copyOf(offers);
        excluded = Set.copyOf(excluded);
    }

    public static Placement requested(CaseRef of, Search search, Instant now) {
        return new Placement(
                of,
                search,
                new Stage.Seeking(),
                null,
                List.of(),
                Set.of(),
                TeamCall.NONE,
                now,
                false);
    }

    /** What was ended before it was heard of is not sought, unless it is asked for anew. */
    public static Placement endedBeforeRequested(CaseRef of, Instant now) {
        return new Placement(
                of,
                Search.NOTHING,
                new Stage.Ended(null),
                null,
                List.of(),
                Set.of(),
                TeamCall.NONE,
                now,
                false);
    }

    public TransferId transfer() {
        return of.transfer();
    }

    public Optional<Offer> offer(OfferId id) {
        return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    public List<Offer> live() {
        return offers.stream().filter(Offer.Live.class::isInstance).toList();
    }

    /** The confirmed place; during a diversion it is kept until another one is confirmed. */
    public Optional<Offer> confirmed() {
        return offers.stream().filter(Offer.Confirmed.class::isInstance).findFirst();
    }

    public Outcome<Placement> opened(OfferId named, Instant now) {
        return answer(named, offer -> offer.opened(now), Draft::new);
    }

    public Outcome<Placement> consulting(OfferId named, Duration pause, Instant now) {
        return answer(named, offer -> offer.consulting(pause, now), Draft::new);
    }

    public Outcome<Placement> renew(OfferId named, Duration hold, Instant now) {
        return answer(named, offer -> offer.renew(hold, now), Draft::new);
    }

    /**
     * All else the transfer had is released first: the other offers, and the place it diverts from.
     */
    public Outcome<Placement> confirm(OfferId named, String by, Seat seat, Instant now) {
        return answer(
                named,
                offer -> offer.confirm(by, seat, now),
                before ->
                        releaseOthers(named)
                                .paused(null)
                                .putFirst(false)
                                .stage(new Stage.Confirmed(named)));
    }

    public Outcome<Placement> notNow(OfferId named, NotNow answer, Instant now) {
        var moved = answer(named, offer -> offer.notNow(answer, now), Draft::new);
        return moved instanceof Changed<Placement> changed
                ? changed.now().afterNotNow(named, changed.events())
                : moved;
    }

    /** A confirmed place is lost: an alarm; its unit is not asked again when the search goes on. */
    public Outcome<Placement> withdraw(OfferId named, WithdrawnBecause because) {
        if (stage instanceof Stage.Occupied) {
            return refused(Refusal.PATIENT_IS_THERE);
        }
        if (stage instanceof Stage.Ended && confirmed().isPresent()) {
            // the patient had come, and the slot may be another's by now
            return refused(Refusal.TRANSFER_ENDED);
        }
        return answer(
                named,
                offer -> offer.withdraw(because),
                before -> {
                    var draft = new Draft(before).exclude(before.ward(named).unit());
                    return stage.sought() ? draft : draft.stage(new Stage.Withdrawn());
                });
    }

    /** Every offer whose time is over ends, and its slot with it. */
    public Outcome<Placement> lapse(Instant now) {
        var draft = new Draft(this);
        boolean any = false;
        for (var offer : live()) {
            if (offer.lapse(now) instanceof Changed<Offer>(Offer.Lapsed lapsed, var events)) {
                any = true;
                draft.apply(new Changed<>(lapsed, events)).exclude(lapsed.asked().ward().unit());
                pauseAfter(lapsed, draft);
            }
        }
        return any ? draft.moveOn().changed() : unchanged(this);
    }

    /** When the first offer is over unless somebody answers; null when none ever is. */
    public Instant lapsesAt() {
        return live().stream()
                .map(offer -> ((Offer.Live) offer).until())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When a red alert has to call the next team; null when it need not. */
    public Instant teamDueAt() {
        boolean over = stage instanceof Stage.Ended || stage instanceof Stage.Occupied;
        if (of.urgency() != Urgency.U0 || over || team.goes() != null || team.exhausted()) {
            return null;
        }
        return team.current() == null ? queuedAt : team.answerBy();
    }

    /** Units that never looked; after two, three are asked at once. */
    public long silentOffers() {
        return offers.stream()
                .filter(offer -> offer instanceof Offer.Lapsed lapsed && !lapsed.opened())
                .filter(offer -> excluded.contains(offer.asked().ward().unit()))
                .count();
    }

    private interface Answer {
        Outcome<Offer> to(Offer offer);
    }

    private interface Drafting {
        Draft of(Placement before);
    }

    private Outcome<Placement> answer(OfferId named, Answer answer, Drafting drafting) {
        var offer = offer(named);
        if (offer.isEmpty()) {
            return refused(Refusal.NO_SUCH_OFFER);
        }
        return switch (answer.to(offer.get())) {
            case Changed<Offer> changed -> drafting.of(this).apply(changed).changed();
            case Outcome.Unchanged<Offer> _ -> unchanged(this);
            case Outcome.Refused<Offer>(var why) ->
                    refused(stage instanceof Stage.Ended ? Refusal.TRANSFER_ENDED : why);
        };
    }

    private Draft releaseOthers(OfferId kept) {
        var draft = new Draft(this);
        live().stream()
                .filter(offer -> !offer.id().equals(kept))
                .forEach(offer -> draft.release(offer, ReleasedBecause.ANOTHER_CONFIRMED));
        return draft.releaseConfirmed(ReleasedBecause.DIVERTED);
    }

    private Outcome<Placement> afterNotNow(OfferId named, List<Happened> events) {
        var asked = offer(named).orElseThrow().asked();
        var draft = new Draft(this).exclude(asked.ward().unit());
        events.forEach(draft::happened);
        if (!asked.kind().movesOnByItself()) {
            draft.paused(PausedBecause.ASKED_UNIT_NOT_NOW);
        }
        return draft.moveOn().changed();
    }

    private static void pauseAfter(Offer.Lapsed lapsed, Draft draft) {
        if (!lapsed.asked().kind().movesOnByItself()) {
            draft.paused(PausedBecause.ASKED_UNIT_LAPSED);
        } else if (lapsed.opened()) {
            draft.paused(PausedBecause.OPENED_THEN_LAPSED);
        }
    }

    private Ward ward(OfferId named) {
        return offer(named).orElseThrow().asked().ward();
    }
}
