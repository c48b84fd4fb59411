package vn.lienvien.bed.placement.domain;

import java.time.Instant;
import java.util.List;

/** What a decision on a placement brought about, in the order in which it must be applied. */
public sealed interface Happened {

    record SlotHeld(Asked offer, Instant until) implements Happened {}

    record OfferMade(Asked offer, Instant until) implements Happened {}

    record OfferOpened(Asked offer, Instant at) implements Happened {}

    record ConsultingStarted(Asked offer, Instant at, Instant resumesAt, Instant until)
            implements Happened {}

    record OfferRenewed(Asked offer, Instant at, Instant until) implements Happened {}

    record SlotConfirmed(Asked offer, boolean extra, boolean override) implements Happened {}

    record OfferNotNow(Asked offer, NotNow answer) implements Happened {}

    record OfferLapsed(Asked offer, boolean opened) implements Happened {}

    record OfferReleased(Asked offer, ReleasedBecause because) implements Happened {}

    record SlotWithdrawn(Asked offer, WithdrawnBecause because) implements Happened {}

    record SlotOccupied(Ward ward, SlotId slot, boolean extra) implements Happened {}

    /** The placement lets go of a bed in which the patient still lies; the ward frees it. */
    record PatientStays(SlotId slot) implements Happened {}

    /** The patient has left a bed, which must be cleaned. */
    record BedLeft(SlotId slot) implements Happened {}

    /** The patient has left a bed, which is kept for the same patient. */
    record BedKept(Asked offer) implements Happened {}

    record SeekingResumed() implements Happened {}

    record WaitingStarted(int position) implements Happened {}

    record AutomationPaused(PausedBecause because) implements Happened {}

    record UnitMissing(OrganisationId organisation) implements Happened {}

    /** By a person, at transfer-service, which has announced it. */
    record TeamRequested(OrganisationId organisation) implements Happened {}

    record TeamAsked(OrganisationId organisation, int number, Instant answerBy)
            implements Happened {}

    record TeamsExhausted(int asked) implements Happened {}

    /**
     * A unit's answer "not now".
     *
     * @param askInstead whom it would ask instead, best first
     */
    record NotNow(NotNowReason reason, List<OrganisationId> askInstead, boolean readyToConsult) {
        public NotNow {
            askInstead = List.copyOf(askInstead);
        }
    }
}
