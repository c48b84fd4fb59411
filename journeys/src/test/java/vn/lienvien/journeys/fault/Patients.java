package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.journeys.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Fact;
import vn.lienvien.local.client.LienVien;
import vn.lienvien.local.client.Patience;
import vn.lienvien.local.client.PlacementView;
import vn.lienvien.local.client.Transfer;
import vn.lienvien.local.client.TransferState;

/**
 * Many transfers at once, each from request to handover, by people who press again (with the same
 * key) until they are answered. What they were answered is kept: none of it may be lost.
 */
final class Patients implements AutoCloseable {

    private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(3);

    private final World world;
    private final LienVien system;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Transfer>> journeys = new ArrayList<>();
    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();

    Patients(World world) {
        this.world = world;
        system = world.lienVien().patient(UNTIL_ANSWERED);
    }

    /** One goes ahead: a service that has just started answers nobody while a crowd presses. */
    void setOut(int howMany) {
        journeys.add(people.submit(this::travel));
        areAcknowledged(1);
        for (var n = 1; n < howMany; n++) {
            journeys.add(people.submit(this::travel));
        }
    }

    /** Waits until so many requests have been answered 2xx. */
    void areAcknowledged(int howMany) {
        Patience.until(
                UNTIL_ANSWERED,
                "not so many requests were answered: " + howMany,
                () -> Optional.of(acknowledged.size()).filter(answered -> answered >= howMany));
    }

    /** Waits for the last one to be handed over. */
    List<Transfer> arrive() throws InterruptedException, ExecutionException {
        var arrived = new ArrayList<Transfer>();
        for (var journey : journeys) {
            arrived.add(journey.get());
        }
        return arrived;
    }

    /** Each journey came to its end, in every view; answers how many. */
    int areAllHandedOver() throws InterruptedException, ExecutionException {
        var arrived = arrive();
        for (var transfer : arrived) {
            eventually(
                    () ->
                            assertThat(world.picture(transfer).state())
                                    .isEqualTo(TransferState.HANDED_OVER));
        }
        return arrived.size();
    }

    @Override
    public void close() {
        people.shutdownNow();
    }

    private Transfer travel() {
        var referrer = system.person("referrer", "trung-vuong");
        var transfer = referrer.files(world.search(), UUID.randomUUID().toString());
        acknowledged.add(transfer.id());
        var receiver = system.hospital(asked(transfer).organisation());
        receiver.doctor().confirms(transfer);
        await(transfer, TransferState.ACCEPTED);
        receiver.team().isReady(transfer);
        receiver.team().records(transfer, Fact.DEPARTED);
        receiver.team()
                .records(
                        transfer,
                        Fact.ARRIVED,
                        Map.of("organisation", receiver.code(), "unit", receiver.adultUnit()));
        receiver.doctor().records(transfer, Fact.HANDED_OVER);
        return transfer;
    }

    private PlacementView.Offer asked(Transfer transfer) {
        return Patience.until(
                UNTIL_ANSWERED,
                "no unit was asked for " + transfer.caseCode(),
                () -> offer(transfer));
    }

    private Optional<PlacementView.Offer> offer(Transfer transfer) {
        return system.person("coordinator", "soyte-hcm").lookFor(transfer).stream()
                .flatMap(placement -> placement.offers().stream())
                .filter(PlacementView.Offer::live)
                .findFirst();
    }

    private void await(Transfer transfer, TransferState state) {
        var coordinator = system.person("coordinator", "soyte-hcm");
        Patience.until(
                UNTIL_ANSWERED,
                transfer.caseCode() + " never became " + state,
                () ->
                        Optional.of(coordinator.sees(transfer))
                                .filter(view -> view.state() == state));
    }
}
