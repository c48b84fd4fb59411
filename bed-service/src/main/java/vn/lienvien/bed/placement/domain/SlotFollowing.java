package vn.lienvien.bed.placement.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a decision on a placement means for the slot it names: the row follows the decision. */
public final class SlotFollowing {

    private SlotFollowing() {}

    /** What one slot becomes, and whether that makes it free for others. */
    public record Followed(SlotId id, Slot becomes, Happened because, boolean frees) {}

    /**
     * What becomes of each slot that these events name. A slot may take several steps in one
     * decision, each from where the last one left it.
     *
     * @param locked the slot an event names as it is under its lock, or a new one it opens
     * @return empty when somebody took a slot that this decision counted on
     */
    public static Optional<List<Followed>> all(
            List<Happened> events,
            TransferId by,
            Instant now,
            BiFunction<SlotId, Happened, Slot> locked) {
        var steps = new LinkedHashMap<SlotId, Followed>();
        for (var event : events) {
            var named = slotOf(event);
            if (named.isEmpty()) {
                continue;
            }
            var id = named.get();
            var before = steps.containsKey(id) ? steps.get(id).becomes() : locked.apply(id, event);
            switch (follow(before, event, by, now)) {
                case Outcome.Changed<Slot>(var becomes, _) ->
                        steps.put(id, new Followed(id, becomes, event, frees(event)));
                case Outcome.Unchanged<Slot> _ -> {}
                case Outcome.Refused<Slot>(var why) -> {
                    if (why == Refusal.SLOT_TAKEN) {
                        return Optional.empty();
                    }
                    throw new IllegalStateException(event + " but the slot says " + why);
                }
            }
        }
        return Optional.of(List.copyOf(steps.values()));
    }

    /** The slot an event is about, if any. */
    public static Optional<SlotId> slotOf(Happened event) {
        return Optional.ofNullable(
                switch (event) {
                    case Happened.SlotHeld it -> it.offer().slot();
                    case Happened.ConsultingStarted it -> it.offer().slot();
                    case Happened.OfferRenewed it -> it.offer().slot();
                    case Happened.SlotConfirmed it -> it.offer().slot();
                    case Happened.OfferNotNow it -> it.offer().slot();
                    case Happened.OfferLapsed it -> it.offer().slot();
                    case Happened.OfferReleased it -> it.offer().slot();
                    case Happened.SlotWithdrawn it -> it.offer().slot();
                    case Happened.SlotOccupied it -> it.slot();
                    case Happened.PatientStays it -> it.slot();
                    case Happened.BedLeft it -> it.slot();
                    case Happened.BedKept it -> it.offer().slot();
                    case Happened.OfferMade _,
                            Happened.OfferOpened _,
                            Happened.SeekingResumed _,
                            Happened.WaitingStarted _,
                            Happened.AutomationPaused _,
                            Happened.UnitMissing _,
                            Happened.TeamAsked _,
                            Happened.TeamRequested _,
                            Happened.TeamsExhausted _ ->
                            null;
                });
    }

    public static Outcome<Slot> follow(Slot slot, Happened event, TransferId by, Instant now) {
        return switch (event) {
            case Happened.SlotHeld it -> slot.hold(it.offer().id(), by, it.until());
            case Happened.ConsultingStarted it -> slot.extend(it.offer().id(), it.until());
            case Happened.OfferRenewed it -> slot.extend(it.offer().id(), it.until());
            case Happened.SlotConfirmed it -> confirm(slot, it.offer().id(), by, now);
            case Happened.OfferNotNow it -> slot.release(it.offer().id());
            case Happened.OfferLapsed it -> slot.release(it.offer().id());
            case Happened.OfferReleased it -> released(slot, it);
            case Happened.SlotWithdrawn it -> slot.withdraw(it.offer().id(), it.because(), now);
            case Happened.SlotOccupied _ -> slot.occupy(by, now);
            case Happened.PatientStays _ -> slot.keepPatient();
            case Happened.BedLeft _ -> slot.clean();
            case Happened.BedKept it -> slot.keepFor(it.offer().id(), by);
            case Happened.OfferMade _,
                    Happened.OfferOpened _,
                    Happened.SeekingResumed _,
                    Happened.WaitingStarted _,
                    Happened.AutomationPaused _,
                    Happened.UnitMissing _,
                    Happened.TeamAsked _,
                    Happened.TeamRequested _,
                    Happened.TeamsExhausted _ ->
                    Outcome.unchanged(slot);
        };
    }

    /** Rows that become free are written before rows that are taken: the indexes do not wait. */
    public static boolean frees(Happened event) {
        return event instanceof Happened.OfferNotNow
                || event instanceof Happened.OfferLapsed
                || event instanceof Happened.OfferReleased
                || event instanceof Happened.SlotWithdrawn
                || event instanceof Happened.PatientStays
                || event instanceof Happened.BedLeft;
    }

    /** An extra bed was opened for one patient: given up, it is no bed for others. */
    public static Slot extra(Slot becomes) {
        return becomes instanceof Slot.Free(var id)
                ? new Slot.Closed(id, ClosedBecause.REPORTED)
                : becomes;
    }

    /** A seat that was taken at the tap of the doctor was never held. */
    private static Outcome<Slot> confirm(Slot slot, OfferId offer, TransferId by, Instant now) {
        return slot instanceof Slot.Free
                ? slot.hold(offer, by, null) instanceof Outcome.Changed<Slot>(var held, _)
                        ? held.confirm(offer, now)
                        : Outcome.refused(Refusal.SLOT_TAKEN)
                : slot.confirm(offer, now);
    }

    /** The bed of a patient who came unannounced is not free for one moment. */
    private static Outcome<Slot> released(Slot slot, Happened.OfferReleased it) {
        return it.because() == ReleasedBecause.ARRIVED_UNCONFIRMED
                ? Outcome.unchanged(slot)
                : slot.release(it.offer().id());
    }
}
