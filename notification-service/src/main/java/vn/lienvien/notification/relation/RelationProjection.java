package vn.lienvien.notification.relation;

import static vn.lienvien.kit.access.RelationRole.ACCEPTED;
import static vn.lienvien.kit.access.RelationRole.CANDIDATE;
import static vn.lienvien.kit.access.RelationRole.CONSULTED;
import static vn.lienvien.kit.access.RelationRole.ORIGIN;
import static vn.lienvien.kit.access.RelationRole.TEAM;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.PlacementEvent.ConsultingStartedV1;
import vn.lienvien.events.PlacementEvent.OfferLapsedV1;
import vn.lienvien.events.PlacementEvent.OfferMadeV1;
import vn.lienvien.events.PlacementEvent.OfferNotNowV1;
import vn.lienvien.events.PlacementEvent.OfferReleasedV1;
import vn.lienvien.events.PlacementEvent.ReleasedBecause;
import vn.lienvien.events.PlacementEvent.SlotConfirmedV1;
import vn.lienvien.events.PlacementEvent.SlotHeldV1;
import vn.lienvien.events.PlacementEvent.SlotWithdrawnV1;
import vn.lienvien.events.PlacementEvent.TeamAskedV1;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.events.TransferEvent.PatientArrivedV1;
import vn.lienvien.events.TransferEvent.PatientStoppedV1;
import vn.lienvien.events.TransferEvent.TeamAnsweredV1;
import vn.lienvien.events.TransferEvent.TeamMilestone;
import vn.lienvien.events.TransferEvent.TeamMovedV1;
import vn.lienvien.events.TransferEvent.TeamRequestedV1;
import vn.lienvien.events.TransferEvent.TransferRequestedV1;
import vn.lienvien.kit.access.RelationRole;
import vn.lienvien.kit.access.Relations;
import vn.lienvien.kit.inbox.ReceivedEvent;

/** Keeps, from events, what each organisation is to a transfer, for lists and the live stream. */
@ApplicationScoped
public class RelationProjection {

    private final Relations relations;

    RelationProjection(Relations relations) {
        this.relations = relations;
    }

    public void apply(ReceivedEvent received) {
        switch (received.data()) {
            case TransferEvent e -> transfer(e, e.transfer().transferId(), received.occurredAt());
            case PlacementEvent e -> placement(e, e.transfer().transferId(), received.occurredAt());
            default -> {}
        }
    }

    private void transfer(TransferEvent event, UUID transfer, Instant at) {
        switch (event) {
            case TransferRequestedV1 e ->
                    relations.open(transfer, e.transfer().origin(), ORIGIN, at);
            case TeamRequestedV1 e -> relations.open(transfer, e.organisation(), TEAM, at);
            case TeamAnsweredV1 e when !e.goes() ->
                    relations.close(transfer, e.organisation(), TEAM, at);
            // of all that were asked, it alone goes
            case TeamAnsweredV1 e -> relations.closeOthers(transfer, e.organisation(), TEAM, at);
            case TeamMovedV1 e when e.milestone() == TeamMilestone.STOOD_DOWN ->
                    relations.close(transfer, e.organisation(), TEAM, at);
            case PatientStoppedV1 e -> relations.open(transfer, e.organisation(), ACCEPTED, at);
            case PatientArrivedV1 e -> {
                // nor is a hospital of an emergency stop, or one that expected the patient in vain
                relations.closeOthers(transfer, e.organisation(), ACCEPTED, at);
                relations.open(transfer, e.organisation(), ACCEPTED, at);
            }
            default -> {}
        }
    }

    private void placement(PlacementEvent event, UUID transfer, Instant at) {
        switch (event) {
            case SlotHeldV1 e -> open(transfer, e.offer(), CANDIDATE, at);
            case OfferMadeV1 e -> open(transfer, e.offer(), CANDIDATE, at);
            case ConsultingStartedV1 e -> open(transfer, e.offer(), CONSULTED, at);
            case SlotConfirmedV1 e -> open(transfer, e.offer(), ACCEPTED, at);
            case TeamAskedV1 e -> relations.open(transfer, e.organisation(), TEAM, at);
            case OfferNotNowV1 e -> close(transfer, e.offer(), at, CANDIDATE, CONSULTED);
            case OfferLapsedV1 e -> close(transfer, e.offer(), at, CANDIDATE, CONSULTED);
            // never accepted itself; another unit of the house may be
            case OfferReleasedV1 e when e.because() == ReleasedBecause.ANOTHER_CONFIRMED ->
                    close(transfer, e.offer(), at, CANDIDATE, CONSULTED);
            case OfferReleasedV1 e ->
                    close(transfer, e.offer(), at, CANDIDATE, CONSULTED, ACCEPTED);
            case SlotWithdrawnV1 e ->
                    close(transfer, e.offer(), at, CANDIDATE, CONSULTED, ACCEPTED);
            default -> {}
        }
    }

    private void open(UUID transfer, OfferRef offer, RelationRole role, Instant at) {
        relations.open(transfer, offer.organisation(), role, at);
    }

    private void close(UUID transfer, OfferRef offer, Instant at, RelationRole... roles) {
        OrganisationCode organisation = offer.organisation();
        for (var role : roles) {
            relations.close(transfer, organisation, role, at);
        }
    }
}
