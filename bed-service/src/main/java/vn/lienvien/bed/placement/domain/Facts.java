package vn.lienvien.bed.placement.domain;

import static vn.lienvien.bed.placement.domain.Outcome.unchanged;

import java.time.Instant;
import java.util.Optional;

/** What transfer-service and the ward say has happened: applied or stale, never refused. */
public final class Facts {

    private Facts() {}

    /**
     * Asks for a place anew, also for a patient who was thought to need none any more; what was
     * asked before is void. An attempt not above the current one is stale. A diversion keeps the
     * confirmed place until another is confirmed, and leads elsewhere.
     */
    public static Outcome<Placement> askAnew(
            Placement placement, CaseRef anew, Search search, SoughtBecause because) {
        if (!isLater(anew, placement)) {
            return unchanged(placement);
        }
        var draft = new Draft(placement).releaseLive(ReleasedBecause.ASKED_ANEW);
        if (placement.stage() instanceof Stage.Ended) {
            draft.forgetConfirmed(ReleasedBecause.ASKED_ANEW);
        } else if (because != SoughtBecause.DIVERSION
                || placement.stage() instanceof Stage.Occupied) {
            draft.releaseConfirmed(ReleasedBecause.ASKED_ANEW);
        }
        if (because != SoughtBecause.WITHDRAWN) {
            draft.forgetExclusions();
        }
        if (because == SoughtBecause.DIVERSION) {
            placement.confirmed().ifPresent(it -> draft.exclude(it.asked().ward().unit()));
        }
        if (anew.urgency() == Urgency.U0) {
            draft.team(placement.team().anew());
        }
        leaveBehind(placement, draft);
        return draft.asked(anew, search).stage(new Stage.Seeking()).paused(null).changed();
    }

    /**
     * Counts at once: whoever is asked has no longer than the new class gives, and a red alert
     * calls teams, also those who could not go the last time. After an end it is kept in mind: the
     * patient may arrive after all.
     */
    public static Outcome<Placement> urgency(
            Placement placement, Urgency urgency, boolean endorsed, HoldRules rules, Instant now) {
        boolean same = placement.of().urgency() == urgency;
        if (same && placement.search().endorsed() == endorsed) {
            return unchanged(placement);
        }
        var draft =
                new Draft(placement)
                        .asked(
                                placement.of().ranked(urgency),
                                placement.search().endorsed(endorsed));
        if (!same) {
            placement.live().forEach(offer -> draft.hasten(offer, rules.clock(urgency), now));
            if (urgency == Urgency.U0) {
                draft.team(placement.team().anew());
            }
        }
        return draft.changed();
    }

    /** By a person, beside the machine: that team may see what it is asked for. */
    public static Outcome<Placement> teamRequested(Placement placement, OrganisationId team) {
        var call = placement.team().askedByHand(team);
        return call.equals(placement.team()) || placement.stage() instanceof Stage.Ended
                ? unchanged(placement)
                : new Draft(placement)
                        .team(call)
                        .happened(new Happened.TeamRequested(team))
                        .changed();
    }

    public static Outcome<Placement> teamAnswered(
            Placement placement, OrganisationId team, boolean goes) {
        var call = placement.team().answered(team, goes);
        return call.equals(placement.team()) || placement.stage() instanceof Stage.Ended
                ? unchanged(placement)
                : new Draft(placement).team(call).changed();
    }

    /**
     * The patient lies at a hospital. What was confirmed or held there becomes occupied, else an
     * extra bed is opened; all else is released. So it is after an end too: the patient is there.
     *
     * @param extra a ward of that hospital with a seat for the patient; null when none is
     *     registered
     */
    public static Outcome<Placement> arrive(
            Placement placement, OrganisationId at, Stage.Bed extra) {
        if (hasComeTo(placement, at)) {
            return unchanged(placement);
        }
        if (placement.stage() instanceof Stage.Ended) {
            return arriveAfterAll(placement, extra);
        }
        var draft = new Draft(placement);
        leaveBehind(placement, draft);
        var expected = expectedAt(placement, at);
        placement.live().stream()
                .filter(offer -> !isThe(expected, offer))
                .forEach(offer -> draft.release(offer, ReleasedBecause.ARRIVED_ELSEWHERE));
        placement
                .confirmed()
                .filter(offer -> !isThe(expected, offer))
                .ifPresent(offer -> draft.release(offer, ReleasedBecause.ARRIVED_ELSEWHERE));
        var bed = expected.map(Facts::bedOf).orElse(extra);
        expected.filter(Offer.Live.class::isInstance)
                .ifPresent(offer -> draft.release(offer, ReleasedBecause.ARRIVED_UNCONFIRMED));
        if (bed != null) {
            draft.happened(new Happened.SlotOccupied(bed.ward(), bed.slot(), expected.isEmpty()));
        }
        return draft.stage(new Stage.Occupied(bed)).paused(null).changed();
    }

    private static Outcome<Placement> arriveAfterAll(Placement placement, Stage.Bed extra) {
        var draft = new Draft(placement).forgetConfirmed(ReleasedBecause.ENDED);
        if (extra != null) {
            draft.happened(new Happened.SlotOccupied(extra.ward(), extra.slot(), true));
        }
        return draft.stage(new Stage.Occupied(extra)).changed();
    }

    /**
     * The patient is back at the sender and counts on the confirmed place: no other is sought for
     * the road any more, and the bed the patient has left again waits as before. Where the bed has
     * been given up meanwhile, transfer-service hears of it and asks anew.
     */
    public static Outcome<Placement> turnBack(Placement placement) {
        var kept = placement.confirmed().orElse(null);
        if (kept == null) {
            return unchanged(placement);
        }
        var draft = new Draft(placement);
        return switch (placement.stage()) {
            case Stage.Seeking _, Stage.Offered _, Stage.Waiting _ ->
                    expected(draft.releaseLive(ReleasedBecause.ANOTHER_CONFIRMED), kept);
            case Stage.Occupied _ ->
                    expected(draft.happened(new Happened.BedKept(kept.asked())), kept);
            case Stage.Ended _ ->
                    draft.forgetConfirmed(ReleasedBecause.ENDED)
                            .stage(new Stage.Ended(null))
                            .changed();
            case Stage.Confirmed _, Stage.Withdrawn _ -> unchanged(placement);
        };
    }

    /**
     * Ending beats everything: whatever was held or confirmed is free again. Only a later attempt
     * opens the search once more.
     */
    public static Outcome<Placement> end(Placement placement, CaseRef of) {
        var draft = new Draft(placement);
        if (isLater(of, placement)) {
            draft.asked(of, placement.search());
        } else if (placement.stage() instanceof Stage.Ended) {
            return unchanged(placement);
        }
        draft.releaseLive(ReleasedBecause.ENDED);
        if (!isOver(placement.stage())) {
            draft.releaseConfirmed(ReleasedBecause.ENDED);
        }
        leaveBehind(placement, draft);
        return draft.stage(new Stage.Ended(bedIn(placement.stage()))).paused(null).changed();
    }

    /** The ward says the patient has left the bed: the placement has served its purpose. */
    public static Outcome<Placement> vacate(Placement placement, SlotId slot) {
        return placement.stage() instanceof Stage.Occupied(var bed)
                        && bed != null
                        && bed.slot().equals(slot)
                ? new Draft(placement)
                        .happened(new Happened.BedLeft(slot))
                        .stage(new Stage.Ended(bed))
                        .changed()
                : unchanged(placement);
    }

    private static boolean isLater(CaseRef of, Placement placement) {
        return of.attempt() > placement.of().attempt();
    }

    /** The confirmed offer has served: its slot is the patient's bed, or went its own way. */
    private static boolean isOver(Stage stage) {
        return stage instanceof Stage.Occupied || stage instanceof Stage.Ended;
    }

    private static Outcome<Placement> expected(Draft draft, Offer kept) {
        return draft.stage(new Stage.Confirmed(kept.id())).paused(null).changed();
    }

    /** Also after the end: what became of the bed since is the ward's word. */
    private static boolean hasComeTo(Placement placement, OrganisationId at) {
        var bed = bedIn(placement.stage());
        return (bed != null && bed.ward().organisation().equals(at)) || hadConfirmed(placement, at);
    }

    /** Ends that were written down before they kept the bed. */
    private static boolean hadConfirmed(Placement placement, OrganisationId at) {
        return placement.stage() instanceof Stage.Ended
                && placement
                        .confirmed()
                        .filter(it -> it.asked().ward().organisation().equals(at))
                        .isPresent();
    }

    /** The bed the patient came to; null when nobody has come to any. */
    private static Stage.Bed bedIn(Stage stage) {
        return switch (stage) {
            case Stage.Occupied(var bed) -> bed;
            case Stage.Ended(var bed) -> bed;
            case Stage.Seeking _,
                    Stage.Offered _,
                    Stage.Waiting _,
                    Stage.Confirmed _,
                    Stage.Withdrawn _ ->
                    null;
        };
    }

    /**
     * The bed keeps its patient until the ward says otherwise, whatever becomes of the transfer.
     */
    private static void leaveBehind(Placement placement, Draft draft) {
        if (placement.stage() instanceof Stage.Occupied(var bed) && bed != null) {
            draft.happened(new Happened.PatientStays(bed.slot()));
        }
    }

    private static Optional<Offer> expectedAt(Placement placement, OrganisationId at) {
        return placement
                .confirmed()
                .filter(offer -> isExpected(offer, at))
                .or(
                        () ->
                                placement.live().stream()
                                        .filter(offer -> isExpected(offer, at))
                                        .findFirst());
    }

    private static boolean isExpected(Offer offer, OrganisationId at) {
        return offer.asked().slot() != null && offer.asked().ward().organisation().equals(at);
    }

    private static boolean isThe(Optional<Offer> expected, Offer offer) {
        return expected.filter(offer::equals).isPresent();
    }

    private static Stage.Bed bedOf(Offer offer) {
        return new Stage.Bed(offer.asked().ward(), offer.asked().slot());
    }
}
