package vn.lienvien.bed.placement.application;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.events.Finding;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** Many requests after few slots: never given twice, never a false none, in the right order. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AllocatorIT {

    private static final int REQUESTS = 200;
    private static final int SLOTS = 5;

    @Inject Told told;
    @Inject Allocating allocating;
    @Inject Calls calls;

    @BeforeEach
    void fiveSlots() {
        Wards.none();
        Wards.open("htd-hcmc.icu-adult", 3);
        Wards.open("cho-ray.icu-adult", 2);
    }

    @Test
    void twoHundredAtOnceGetFiveSlotsAndTheRestWaitInOrder() throws Exception {
        var transfers = Stream.generate(Transfers::searched).limit(REQUESTS).toList();

        try (var threads = Executors.newFixedThreadPool(16)) {
            transfers.forEach(it -> threads.execute(() -> told.that(it.requested())));
        }
        // two more allocators beside the one that runs already, as two more replicas would be
        var others = Stream.generate(this::allocator).limit(2).toList();
        await().until(() -> count("stage in ('OFFERED', 'WAITING')") == REQUESTS);
        for (var other : others) {
            other.join();
        }

        assertThat(count("stage = 'OFFERED'")).isEqualTo(SLOTS);
        assertThat(
                        OwnerConnection.column(
                                "select distinct transfer_id from slot where state = 'HELD'"))
                .hasSize(SLOTS);
        assertThat(events("waiting")).isEqualTo(REQUESTS - SLOTS);

        for (int freed = 0; freed < 3; freed++) {
            var next = waitingInOrder().getFirst();
            OwnerConnection.run(
                    "insert into slot (id, version, unit, state, since) values (gen_random_uuid(), 0, 'cho-ray.icu-adult', 'FREE', app_now());"
                            + "update unit set ready_for_outside = ready_for_outside + 1 where code = 'cho-ray.icu-adult'");
            await().until(() -> !waitingInOrder().contains(next));
            assertThat(waitingInOrder()).hasSize(REQUESTS - SLOTS - freed - 1);
        }
    }

    /** Nobody gives anything away until all have come; then the highest ranks get the slots. */
    @Test
    void theHighestRanksAreGivenTheSlots() throws SQLException {
        var transfers = new ArrayList<Transfers>();
        for (int i = 0; i < 60; i++) {
            transfers.add(Transfers.searched().urgent(Urgency.U3));
        }
        var urgent =
                List.of(
                        Transfers.searched().urgent(Urgency.U1).endorsed(),
                        Transfers.searched().urgent(Urgency.U1).endorsed());
        var early = List.of(Transfers.searched(), Transfers.searched(), Transfers.searched());
        transfers.addAll(urgent);
        Collections.shuffle(transfers, new Random(7));
        var order = new ArrayList<>(early);
        order.addAll(transfers);
        order.add(Transfers.searched().urgent(Urgency.U1));

        try (var connection = OwnerConnection.open();
                var sql = connection.createStatement()) {
            sql.execute("select pg_advisory_lock(%d)".formatted(0x6c69656e_00000001L));
            order.forEach(it -> told.that(it.requested()));
        }
        await().until(() -> count("stage in ('OFFERED', 'WAITING')") == order.size());

        var expected = new HashSet<String>();
        urgent.forEach(it -> expected.add(it.id().toString()));
        early.forEach(it -> expected.add(it.id().toString()));
        assertThat(
                        OwnerConnection.column("select transfer_id from slot where state = 'HELD'")
                                .stream()
                                .collect(toSet()))
                .isEqualTo(expected);
    }

    /**
     * While the allocator waits for the row, the needs change: the unit it thought of cannot help.
     */
    @Test
    void whatChangedSinceTheQueueWasReadIsDecidedAnew() throws SQLException {
        OwnerConnection.run("update unit set crrt = 'NO'");
        var transfer = Transfers.searched().needing(Finding.NO);
        try (var row = OwnerConnection.open();
                var sql = row.createStatement()) {
            try (var connection = OwnerConnection.open();
                    var lock = connection.createStatement()) {
                lock.execute("select pg_advisory_lock(%d)".formatted(0x6c69656e_00000001L));
                told.that(transfer.requested());
                row.setAutoCommit(false);
                sql.execute("select 1 from placement for update");
            }
            await().until(AllocatorIT::somebodyWaitsForARow);
            sql.execute(
                    "update placement set attempt = 2, version = version + 1,"
                            + " needs = jsonb_set(needs, '{crrt}', '\"YES\"')");
            row.commit();
        }

        Duty.becomes(transfer, "WAITING");
        assertThat(OwnerConnection.column("select unit from offer")).isEmpty();
        assertThat(Duty.seen(transfer).<String>getList("ranking[0].reasons")).contains("NO_CRRT");
    }

    /** What cannot even be read of one must not keep everybody else without a bed. */
    @Test
    void aPlacementThatCannotBeDecidedStopsNobodyElse() {
        var broken = Transfers.searched();
        told.that(broken.requested());
        await().until(() -> count("stage = 'OFFERED'") == 1);
        OwnerConnection.run(
                "update offer set state = 'BROKEN'; update slot set state = 'FREE', transfer_id = null, offer_id = null;"
                        + "update placement set stage = 'SEEKING'");

        var next = Transfers.searched();
        told.that(next.requested());

        Duty.becomes(next, "OFFERED");
    }

    @Test
    void anOfferThatCannotLapseKeepsNoOtherOnesSlot() {
        var broken = Transfers.searched();
        var silent = Transfers.searched();
        told.that(broken.requested());
        await().until(() -> count("stage = 'OFFERED'") == 1);
        OwnerConnection.run("update offer set state = 'BROKEN'");
        told.that(silent.requested());
        await().until(() -> count("stage = 'OFFERED'") == 2);

        OwnerConnection.run(
                "update placement set lapses_at = app_now() - interval '1 hour' where transfer_id = '%s'"
                        .formatted(broken.id()));
        OwnerConnection.run(
                "update offer set until = app_now() - interval '1 minute' where transfer_id = '%1$s';"
                                .formatted(silent.id())
                        + "update placement set lapses_at = app_now() - interval '1 minute' where transfer_id = '%1$s'"
                                .formatted(silent.id()));

        await().until(() -> Duty.told(silent).contains("offer-lapsed"));
    }

    @Test
    void aCaseThatTurnsRedWhileAUnitThinksWakesTheAllocator() {
        var transfer = Transfers.searched();
        told.that(transfer.requested());
        await().until(() -> count("stage = 'OFFERED'") == 1);
        int before = calls.made();

        told.that(transfer.urgent(Urgency.U0).urgencyChanged());

        assertThat(calls.made()).isGreaterThan(before);
        await().until(() -> Duty.told(transfer).contains("teams-exhausted"));
    }

    private static boolean somebodyWaitsForARow() {
        return !OwnerConnection.column(
                        "select pid from pg_locks where not granted and locktype = 'transactionid'")
                .isEmpty();
    }

    private Thread allocator() {
        return Thread.ofPlatform()
                .start(
                        () -> {
                            for (int i = 0; i < 50; i++) {
                                allocating.pass();
                            }
                        });
    }

    private static List<String> waitingInOrder() {
        return OwnerConnection.column(
                "select transfer_id from placement where stage = 'WAITING' order by queued_at, transfer_id");
    }

    private static int count(String where) {
        return Integer.parseInt(
                OwnerConnection.value("select count(*) from placement where " + where));
    }

    private static int events(String name) {
        return Integer.parseInt(
                OwnerConnection.value(
                        "select count(*) from outbox where type = 'vn.lienvien.placement.%s.v1'"
                                .formatted(name)));
    }

    /** Counts how often the allocator is woken. */
    @ApplicationScoped
    static class Calls {

        private final AtomicInteger made = new AtomicInteger();

        int made() {
            return made.get();
        }

        void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AllocatorWake.Call call) {
            made.incrementAndGet();
        }
    }
}
