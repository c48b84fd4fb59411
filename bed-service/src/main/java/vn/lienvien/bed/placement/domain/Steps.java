package vn.lienvien.bed.placement.domain;

import static vn.lienvien.bed.placement.domain.Outcome.refused;
import static vn.lienvien.bed.placement.domain.Outcome.unchanged;

import java.util.List;

/** A coordinator steps in; and a ward closes a slot that somebody counts on. */
public final class Steps {

    private Steps() {}

    /**
     * Asks chosen units, beside the ones already asked if there are any: more than one is a
     * declared multi-offer. Whoever confirms first has the patient; the others are released.
     */
    public static Outcome<Placement> offerByHand(
            Placement placement, List<Allocations.Question> questions) {
        if (!placement.stage().sought()) {
            return refused(Allocations.whyNotSought(placement.stage()));
        }
        var units = questions.stream().map(it -> it.asked().ward().unit()).toList();
        if (placement.live().stream().anyMatch(it -> units.contains(it.asked().ward().unit()))) {
            return refused(Refusal.ALREADY_OFFERED);
        }
        var draft = new Draft(placement);
        units.forEach(draft::putBack);
        return Allocations.ask(draft.placement(), questions);
    }

    /** The unit is not asked in this attempt; if it is being asked, the question is taken back. */
    public static Outcome<Placement> skip(Placement placement, UnitId unit) {
        if (!placement.stage().sought()) {
            return refused(Allocations.whyNotSought(placement.stage()));
        }
        if (placement.excluded().contains(unit)) {
            return unchanged(placement);
        }
        var asked =
                placement.live().stream()
                        .filter(it -> it.asked().ward().unit().equals(unit))
                        .toList();
        var draft = new Draft(placement).exclude(unit);
        asked.forEach(it -> draft.release(it, ReleasedBecause.BY_COORDINATOR));
        return (asked.isEmpty() ? draft : draft.moveOn()).changed();
    }

    /** Before all others in the waiting list, whatever its class; or back to its own place. */
    public static Outcome<Placement> putFirst(Placement placement, boolean first) {
        if (!placement.stage().sought()) {
            return refused(Allocations.whyNotSought(placement.stage()));
        }
        return placement.putFirst() == first
                ? unchanged(placement)
                : new Draft(placement).putFirst(first).changed();
    }

    /** The number of the next offer: 1 unless others are live. */
    public static int nextNumber(Placement placement) {
        return placement.live().stream().mapToInt(offer -> offer.asked().number()).max().orElse(0)
                + 1;
    }

    public static Outcome<Placement> pause(Placement placement) {
        if (!placement.stage().sought()) {
            return refused(Allocations.whyNotSought(placement.stage()));
        }
        return placement.paused() != null
                ? unchanged(placement)
                : new Draft(placement)
                        .paused(PausedBecause.BY_COORDINATOR)
                        .happened(new Happened.AutomationPaused(PausedBecause.BY_COORDINATOR))
                        .changed();
    }

    /** While units are still asked there is nothing to announce: their answers will move it on. */
    public static Outcome<Placement> resume(Placement placement) {
        if (!placement.stage().sought()) {
            return refused(Allocations.whyNotSought(placement.stage()));
        }
        return placement.paused() == null
                ? unchanged(placement)
                : new Draft(placement).paused(null).moveOn().changed();
    }

    public static Outcome<Placement> putBack(Placement placement, UnitId unit) {
        if (placement.stage() instanceof Stage.Ended) {
            return refused(Refusal.TRANSFER_ENDED);
        }
        return placement.excluded().contains(unit)
                ? new Draft(placement).putBack(unit).changed()
                : unchanged(placement);
    }

    /** Everything the transfer holds is given up, and people decide what comes next. */
    public static Outcome<Placement> release(Placement placement) {
        if (placement.stage() instanceof Stage.Occupied) {
            return refused(Refusal.PATIENT_IS_THERE);
        }
        boolean nothingHeld = placement.live().isEmpty() && placement.confirmed().isEmpty();
        if (nothingHeld || placement.stage() instanceof Stage.Ended) {
            return unchanged(placement);
        }
        return new Draft(placement)
                .releaseLive(ReleasedBecause.BY_COORDINATOR)
                .releaseConfirmed(ReleasedBecause.BY_COORDINATOR)
                .stage(new Stage.Seeking())
                .paused(PausedBecause.BY_COORDINATOR)
                .happened(new Happened.AutomationPaused(PausedBecause.BY_COORDINATOR))
                .changed();
    }

    /** The ward closes the slot: a withdrawal where it was confirmed. */
    public static Outcome<Placement> closeSlot(
            Placement placement, SlotId slot, WithdrawnBecause because) {
        for (var offer : placement.offers()) {
            if (slot.equals(offer.asked().slot())) {
                if (offer instanceof Offer.Live) {
                    return new Draft(placement)
                            .release(offer, ReleasedBecause.UNIT_CLOSED)
                            .moveOn()
                            .changed();
                }
                if (offer instanceof Offer.Confirmed) {
                    return placement.withdraw(offer.id(), because);
                }
            }
        }
        return unchanged(placement);
    }
}
