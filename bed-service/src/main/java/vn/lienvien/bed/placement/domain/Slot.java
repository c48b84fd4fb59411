package vn.lienvien.bed.placement.domain;

import static vn.lienvien.bed.placement.domain.Outcome.changed;
import static vn.lienvien.bed.placement.domain.Outcome.refused;
import static vn.lienvien.bed.placement.domain.Outcome.unchanged;

import java.time.Instant;

/**
 * One ECMO place (bed, console, staff) for one patient: free → held → confirmed → occupied →
 * cleaning → free. A hold lapses by the clock, never silently; a closed slot takes nobody.
 */
public sealed interface Slot {

    SlotId id();

    record Free(SlotId id) implements Slot {}

    /**
     * @param until null when the hold has no lapse
     */
    record Held(SlotId id, OfferId offer, TransferId by, Instant until) implements Slot {
        boolean lapsedAt(Instant now) {
            return until != null && !now.isBefore(until);
        }
    }

    record Confirmed(SlotId id, OfferId offer, TransferId by) implements Slot {}

    record Occupied(SlotId id, Occupant by, Instant since) implements Slot {}

    record Cleaning(SlotId id) implements Slot {}

    record Closed(SlotId id, ClosedBecause reason) implements Slot {}

    default Outcome<Slot> hold(OfferId offer, TransferId by, Instant until) {
        return switch (this) {
            case Free _ -> changed(new Held(id(), offer, by, until));
            case Held held when held.offer().equals(offer) -> unchanged(this);
            case Held _, Confirmed _, Occupied _, Cleaning _, Closed _ ->
                    refused(Refusal.SLOT_TAKEN);
        };
    }

    /** Consulting or renewal moved the time of the hold. */
    default Outcome<Slot> extend(OfferId offer, Instant until) {
        return switch (this) {
            case Held held when !held.offer().equals(offer) ->
                    refused(Refusal.NOT_THE_CURRENT_OFFER);
            case Held held -> changed(new Held(id(), offer, held.by(), until));
            case Free _, Confirmed _, Occupied _, Cleaning _, Closed _ ->
                    refused(Refusal.NO_SUCH_OFFER);
        };
    }

    default Outcome<Slot> confirm(OfferId named, Instant now) {
        return switch (this) {
            case Held held when !held.offer().equals(named) ->
                    refused(Refusal.NOT_THE_CURRENT_OFFER);
            case Held held when held.lapsedAt(now) -> refused(Refusal.HOLD_LAPSED);
            case Held held -> changed(new Confirmed(id(), named, held.by()));
            case Confirmed same when same.offer().equals(named) -> unchanged(this);
            case Free _, Confirmed _, Occupied _, Cleaning _, Closed _ ->
                    refused(Refusal.NO_SUCH_OFFER);
        };
    }

    /** The hold or confirmation is over: whoever is next may have the slot. */
    default Outcome<Slot> release(OfferId offer) {
        return switch (this) {
            case Held held when held.offer().equals(offer) -> changed(new Free(id()));
            case Confirmed confirmed when confirmed.offer().equals(offer) ->
                    changed(new Free(id()));
            case Held _, Confirmed _ -> refused(Refusal.NOT_THE_CURRENT_OFFER);
            case Free _, Occupied _, Cleaning _, Closed _ -> unchanged(this);
        };
    }

    /** What the unit gave as its reason for withdrawing says what has become of the slot. */
    default Outcome<Slot> withdraw(OfferId offer, WithdrawnBecause because, Instant now) {
        return switch (this) {
            case Confirmed confirmed when !confirmed.offer().equals(offer) ->
                    refused(Refusal.NOT_THE_CURRENT_OFFER);
            case Confirmed _ ->
                    switch (because) {
                        case NO_STAFF -> changed(new Closed(id(), ClosedBecause.NO_STAFF));
                        case EQUIPMENT_FAULT ->
                                changed(new Closed(id(), ClosedBecause.EQUIPMENT_FAULT));
                        case UNIT_CLOSED -> changed(new Closed(id(), ClosedBecause.UNIT_CLOSED));
                        case BED_TAKEN -> changed(new Occupied(id(), new Occupant.Local(), now));
                        case TOO_UNSTABLE, OTHER -> changed(new Free(id()));
                    };
            case Free _, Held _, Occupied _, Cleaning _, Closed _ -> refused(Refusal.NOT_CONFIRMED);
        };
    }

    /** A fact: the patient lies here. Only another patient's place is not overwritten. */
    default Outcome<Slot> occupy(TransferId by, Instant now) {
        var here = new Occupant.Transferred(by);
        return switch (this) {
            case Occupied occupied when occupied.by().equals(here) -> unchanged(this);
            case Held held when !held.by().equals(by) -> refused(Refusal.SLOT_TAKEN);
            case Confirmed confirmed when !confirmed.by().equals(by) -> refused(Refusal.SLOT_TAKEN);
            case Occupied _ -> refused(Refusal.SLOT_TAKEN);
            case Free _, Held _, Confirmed _, Cleaning _, Closed _ ->
                    changed(new Occupied(id(), here, now));
        };
    }

    /** The transfer is over while the patient lies here: from now on a patient of the ward. */
    default Outcome<Slot> keepPatient() {
        return switch (this) {
            case Occupied(_, Occupant.Transferred _, var since) ->
                    changed(new Occupied(id(), new Occupant.Local(), since));
            case Free _, Held _, Confirmed _, Occupied _, Cleaning _, Closed _ -> unchanged(this);
        };
    }

    /** A fact: the patient has left and is to come again. */
    default Outcome<Slot> keepFor(OfferId offer, TransferId by) {
        return switch (this) {
            case Occupied(_, var there, _) when there.equals(new Occupant.Transferred(by)) ->
                    changed(new Confirmed(id(), offer, by));
            case Confirmed same when same.offer().equals(offer) -> unchanged(this);
            case Free _, Held _, Confirmed _, Occupied _, Cleaning _, Closed _ ->
                    refused(Refusal.NOT_CONFIRMED);
        };
    }

    /** The ward says a patient of its own lies here. */
    default Outcome<Slot> occupyLocally(Instant now) {
        return switch (this) {
            case Free _, Cleaning _, Closed _ ->
                    changed(new Occupied(id(), new Occupant.Local(), now));
            case Occupied(_, Occupant.Local _, _) -> unchanged(this);
            case Held _, Confirmed _, Occupied _ -> refused(Refusal.SLOT_TAKEN);
        };
    }

    /** The bed is empty and being cleaned. */
    default Outcome<Slot> clean() {
        return switch (this) {
            case Free _, Occupied _, Closed _ -> changed(new Cleaning(id()));
            case Cleaning _ -> unchanged(this);
            case Held _, Confirmed _ -> refused(Refusal.SLOT_TAKEN);
        };
    }

    default Outcome<Slot> free() {
        return switch (this) {
            case Occupied _, Cleaning _, Closed _ -> changed(new Free(id()));
            case Free _ -> unchanged(this);
            case Held _, Confirmed _ -> refused(Refusal.SLOT_TAKEN);
        };
    }

    /** Closing what is held or confirmed is a withdrawal, decided on the placement. */
    default Outcome<Slot> close(ClosedBecause reason) {
        return switch (this) {
            case Free _, Cleaning _ -> changed(new Closed(id(), reason));
            case Occupied(_, Occupant.Local _, _) -> changed(new Closed(id(), reason));
            case Closed closed when closed.reason() == reason -> unchanged(this);
            case Closed _ -> changed(new Closed(id(), reason));
            case Held _, Confirmed _ -> refused(Refusal.SLOT_TAKEN);
            case Occupied _ -> refused(Refusal.PATIENT_IS_THERE);
        };
    }
}
