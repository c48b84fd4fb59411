package vn.lienvien.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.OfferKind;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.TransferRef;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;

/** Says what bed-service would say, through the handler and its transaction. */
@ApplicationScoped
public class BedService {

    public static final OfferRef HTD = offer("htd-hcmc", OfferKind.AGREED);
    public static final OfferRef CHO_RAY = offer("cho-ray", OfferKind.SEARCH);
    public static final OfferRef VINH_LONG = offer("vinh-long", OfferKind.SEARCH);

    private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");

    private final EventHandler handler;

    BedService(@Any Instance<EventHandler> handlers) {
        this.handler = handlers.get();
    }

    public void holds(UUID transfer, int attempt, OfferRef offer) {
        says(new PlacementEvent.SlotHeldV1(ref(transfer, attempt), offer, LATER, LATER));
    }

    public void opens(UUID transfer, int attempt, OfferRef offer) {
        says(new PlacementEvent.OfferOpenedV1(ref(transfer, attempt), offer, LATER));
    }

    public void consults(UUID transfer, int attempt, OfferRef offer) {
        says(
                new PlacementEvent.ConsultingStartedV1(
                        ref(transfer, attempt), offer, LATER, LATER, LATER));
    }

    public void confirms(UUID transfer, int attempt, OfferRef offer) {
        says(new PlacementEvent.SlotConfirmedV1(ref(transfer, attempt), offer, false, false));
    }

    public void saysNotNow(UUID transfer, int attempt, OfferRef offer) {
        says(
                new PlacementEvent.OfferNotNowV1(
                        ref(transfer, attempt),
                        offer,
                        PlacementEvent.NotNowReason.NO_STAFFED_BED,
                        List.of(),
                        false));
    }

    public void withdraws(UUID transfer, int attempt, OfferRef offer) {
        says(
                new PlacementEvent.SlotWithdrawnV1(
                        ref(transfer, attempt), offer, PlacementEvent.WithdrawnBecause.NO_STAFF));
    }

    /** A coordinator gives up what the transfer holds. */
    public void gaveUp(UUID transfer, int attempt, OfferRef offer) {
        var of = ref(transfer, attempt);
        says(
                new PlacementEvent.OfferReleasedV1(
                        of, offer, PlacementEvent.ReleasedBecause.BY_COORDINATOR));
        says(
                new PlacementEvent.AutomationPausedV1(
                        of, PlacementEvent.PausedBecause.BY_COORDINATOR));
    }

    public void asksTeam(UUID transfer, int attempt, String organisation) {
        says(
                new PlacementEvent.TeamAskedV1(
                        ref(transfer, attempt), new OrganisationCode(organisation), 1, LATER));
    }

    public void occupies(UUID transfer, int attempt) {
        says(
                new PlacementEvent.SlotOccupiedV1(
                        ref(transfer, attempt),
                        new UnitRef(HTD.unit(), HTD.organisation()),
                        HTD.slotId(),
                        false));
    }

    private void says(PlacementEvent event) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                handler.on(
                                        new ReceivedEvent(
                                                UUID.randomUUID(),
                                                1,
                                                Instant.parse("2026-01-01T00:00:00Z"),
                                                Set.of(),
                                                event)));
    }

    private static TransferRef ref(UUID transfer, int attempt) {
        return new TransferRef(
                transfer,
                new CaseCode("K7M2QX"),
                new OrganisationCode("soc-trang-covid"),
                Urgency.U2,
                attempt);
    }

    private static OfferRef offer(String hospital, OfferKind kind) {
        return new OfferRef(
                UUID.randomUUID(),
                1,
                kind,
                new UnitCode(hospital + ".icu-adult"),
                new OrganisationCode(hospital),
                UUID.randomUUID());
    }
}
