package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.Happened;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.ReleasedBecause;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.RelationRole;
import vn.lienvien.kit.access.Relations;

/** Who is what to a transfer, kept true in the transaction that changes it. */
@ApplicationScoped
class Entitling {

    private final Relations relations;

    Entitling(Relations relations) {
        this.relations = relations;
    }

    void origin(Placement placement) {
        open(placement, placement.of().origin(), RelationRole.ORIGIN, placement.queuedAt());
    }

    void after(Placement placement, List<Happened> events, Instant now) {
        for (var event : events) {
            switch (event) {
                case Happened.SlotHeld it -> candidate(placement, it.offer(), now);
                case Happened.OfferMade it -> candidate(placement, it.offer(), now);
                case Happened.SlotConfirmed it ->
                        open(
                                placement,
                                it.offer().ward().organisation(),
                                RelationRole.ACCEPTED,
                                now);
                case Happened.SlotOccupied it ->
                        open(placement, it.ward().organisation(), RelationRole.ACCEPTED, now);
                case Happened.SlotWithdrawn it -> noLongerAccepted(placement, it.offer(), now);
                case Happened.OfferReleased it -> {
                    if (it.because() != ReleasedBecause.ARRIVED_UNCONFIRMED) {
                        noLongerAccepted(placement, it.offer(), now);
                    }
                }
                case Happened.TeamAsked it ->
                        open(placement, it.organisation(), RelationRole.TEAM, now);
                case Happened.TeamRequested it ->
                        open(placement, it.organisation(), RelationRole.TEAM, now);
                case Happened.OfferOpened _,
                        Happened.ConsultingStarted _,
                        Happened.OfferRenewed _,
                        Happened.OfferNotNow _,
                        Happened.OfferLapsed _,
                        Happened.PatientStays _,
                        Happened.BedLeft _,
                        Happened.BedKept _,
                        Happened.SeekingResumed _,
                        Happened.WaitingStarted _,
                        Happened.AutomationPaused _,
                        Happened.UnitMissing _,
                        Happened.TeamsExhausted _ -> {}
            }
        }
    }

    /** It stays a candidate to see its own answer, and only that. */
    private void candidate(Placement placement, Asked asked, Instant now) {
        open(placement, asked.ward().organisation(), RelationRole.CANDIDATE, now);
    }

    /** Another of its units may be the one that expects the patient. */
    private void noLongerAccepted(Placement placement, Asked asked, Instant now) {
        var organisation = asked.ward().organisation();
        if (placement
                .confirmed()
                .filter(it -> it.asked().ward().organisation().equals(organisation))
                .isEmpty()) {
            relations.close(
                    placement.transfer().value(),
                    new OrganisationCode(organisation.value()),
                    RelationRole.ACCEPTED,
                    now);
        }
    }

    private void open(
            Placement placement, OrganisationId organisation, RelationRole role, Instant at) {
        relations.open(
                placement.transfer().value(), new OrganisationCode(organisation.value()), role, at);
    }
}
