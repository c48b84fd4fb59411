package vn.lienvien.bed.placement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** A night like those of August 2021: 500 requests, 40 slots. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SurgeIT {

    private static final int REQUESTS = 500;
    private static final int SLOTS = 40;
    private static final List<String> UNITS =
            List.of(
                    "htd-hcmc.icu-adult",
                    "cho-ray.icu-adult",
                    "bach-mai.icu-adult",
                    "hue-central.icu-adult");

    /** Class, those at top rank, then who came first: written here once more, on purpose. */
    private static final String BY_RANK =
            """
             order by case when urgency = 'U1' and endorsed then 1 when urgency = 'U3' then 3 else 2 end,
                queued_at, transfer_id
            """;

    @Inject Told told;
    @Inject Allocating allocating;

    @BeforeEach
    void fortySlots() {
        Wards.none();
        UNITS.forEach(it -> Wards.open(it, SLOTS / UNITS.size()));
    }

    @Test
    void fiveHundredAtOnceFillFortySlotsInRankOrderAndEverybodyIsAnswered() throws Exception {
        var transfers = new ArrayList<Transfers>();
        for (int i = 0; i < REQUESTS; i++) {
            transfers.add(
                    switch (i % 25) {
                        case 0 -> Transfers.searched().urgent(Urgency.U1).endorsed();
                        case 1 -> Transfers.searched().urgent(Urgency.U1);
                        case 2, 3 -> Transfers.searched();
                        default -> Transfers.searched().urgent(Urgency.U3);
                    });
        }
        Collections.shuffle(transfers, new Random(2021));

        allAtOnce(transfers);
        while (allocating.pass()) {
            assertThat(held()).hasSizeLessThanOrEqualTo(SLOTS);
        }
        await().until(() -> count("stage in ('OFFERED', 'WAITING')") == REQUESTS);

        var byRank = OwnerConnection.column("select transfer_id from placement" + BY_RANK);
        assertThat(held()).doesNotHaveDuplicates().hasSize(SLOTS);
        assertThat(held()).containsExactlyInAnyOrderElementsOf(byRank.subList(0, SLOTS));
        assertThat(OwnerConnection.value("select count(*) from slot where state = 'FREE'"))
                .isEqualTo("0");
        assertThat(told("slot-held")).isEqualTo(SLOTS);
        assertThat(told("waiting")).isEqualTo(REQUESTS - SLOTS);
        standsInLine(transfers, byRank.get(SLOTS), 1);
        standsInLine(transfers, byRank.getLast(), REQUESTS - SLOTS);
    }

    /** Nobody gives anything away until all have come. */
    private void allAtOnce(List<Transfers> transfers) throws SQLException {
        try (var connection = OwnerConnection.open();
                var sql = connection.createStatement();
                var threads = Executors.newFixedThreadPool(8)) {
            sql.execute("select pg_advisory_lock(%d)".formatted(0x6c69656e_00000001L));
            var requests =
                    transfers.stream()
                            .map(it -> threads.submit(() -> told.that(it.requested())))
                            .toList();
            for (var request : requests) {
                assertThat(request).succeedsWithin(Duration.ofSeconds(60));
            }
        }
    }

    private static void standsInLine(List<Transfers> transfers, String id, int position) {
        var transfer = transfers.stream().filter(it -> it.id().toString().equals(id)).findFirst();
        var seen = Duty.seen(transfer.orElseThrow());
        assertThat(seen.getInt("waiting.position")).isEqualTo(position);
        assertThat(seen.getInt("waiting.of")).isEqualTo(REQUESTS - SLOTS);
    }

    private static List<String> held() {
        return OwnerConnection.column("select transfer_id from slot where state = 'HELD'");
    }

    private static int count(String where) {
        return Integer.parseInt(
                OwnerConnection.value("select count(*) from placement where " + where));
    }

    private static int told(String name) {
        return Integer.parseInt(
                OwnerConnection.value(
                        "select count(*) from outbox where type = 'vn.lienvien.placement.%s.v1'"
                                .formatted(name)));
    }
}
