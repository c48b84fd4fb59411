package vn.lienvien.bed.placement.domain;

import static vn.lienvien.bed.placement.domain.Outcome.refused;
import static vn.lienvien.bed.placement.domain.Outcome.unchanged;

import java.util.List;

/** A coordinator steps in; and a ward closes a slot that somebody counts on. */
public final class Steps {

    private Steps() {}

    /**
     * Asks a chosen unit, beside the ones already asked if there are any: a declared multi-offer.
     */
    public static Outcome<Placement> offerByHand(
            Placement placement, Allocations.Question question) {
        var unit = question.asked().ward().unit();
        if (!placement.stage().sought()) {
            return refused(Allocations.whyNotSought(placement.stage()));
        }
        boolean askedAlready =
                placement.live().stream()
                        .anyMatch(offer -> offer.asked().ward().unit().equals(unit));
        return askedAlready
                ? refused(Refusal.ALREADY_OFFERED)
                : Allocations.ask(
                        new Draft(placement).putBack(unit).placement(), List.of(question));
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
        if (placement.live().isEmpty() && placement.confirmed().isEmpty()) {
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
