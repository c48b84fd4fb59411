package vn.lienvien.bed.placement.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** What holds even if the code were wrong, or two came at once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LastLineIT {

    private static final String HTD = "htd-hcmc";

    @Inject Told told;
    @Inject DataSource appRole;

    private Transfers transfer;
    private String offer;

    @BeforeEach
    void oneHold() {
        Wards.none();
        Wards.open("htd-hcmc.icu-adult", 1);
        transfer = Transfers.searched();
        told.that(transfer.requested());
        offer = Duty.offerTo(HTD, transfer);
        OwnerConnection.run(
                "insert into slot (id, version, unit, state, since) values (gen_random_uuid(), 0, 'cho-ray.icu-adult', 'FREE', app_now())");
    }

    @AfterEach
    void timeAsItIs() {
        DatabaseTime.asItIs();
    }

    @Test
    void aSecondHoldOfTheTransferCannotBeWritten() {
        assertThatThrownBy(
                        () ->
                                asApp(
                                        "update slot set state = 'HELD', transfer_id = '%s', offer_id = gen_random_uuid(), offer_no = 1 where state = 'FREE'"
                                                .formatted(transfer.id())))
                .hasMessageContaining("slot_one_hold_per_number");
    }

    @Test
    void aSecondHoldMustBeDeclared() {
        assertThatThrownBy(
                        () ->
                                asApp(
                                        "update slot set state = 'HELD', transfer_id = '%s', offer_id = gen_random_uuid(), offer_no = 2 where state = 'FREE'"
                                                .formatted(transfer.id())))
                .hasMessageContaining("slot_second_hold_is_declared");
    }

    @Test
    void aSecondPlaceOfTheTransferCannotBeWritten() {
        Duty.confirms(HTD, transfer, offer).statusCode(200);

        assertThatThrownBy(
                        () ->
                                asApp(
                                        "update slot set state = 'OCCUPIED', transfer_id = '%s' where state = 'FREE'"
                                                .formatted(transfer.id())))
                .hasMessageContaining("slot_one_place_per_transfer");
    }

    @Test
    void theAppRoleCanTakeNoGuardAway() {
        for (var statement :
                List.of(
                        "drop index slot_one_hold_per_number",
                        "alter table slot drop constraint slot_second_hold_is_declared",
                        "create or replace function app_now() returns timestamptz language sql as 'select clock_timestamp()'",
                        "update ranking set candidates = '[]'",
                        "delete from capacity_report")) {
            assertThatThrownBy(() -> asApp(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            it -> assertThat(it.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void ofManyConfirmsAndNotNowsAtOnceOneIsDecided() {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 8; i++) {
                boolean yes = i % 2 == 0;
                answers.add(
                        CompletableFuture.supplyAsync(
                                () ->
                                        (yes
                                                        ? Duty.confirms(HTD, transfer, offer)
                                                        : Duty.saysNotNow(
                                                                HTD, transfer, offer, "OTHER"))
                                                .extract()
                                                .statusCode(),
                                threads));
            }
            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsOnly(200, 409)
                    .filteredOn(it -> it == 200)
                    .hasSize(4);
        }
        assertThat(Duty.told(transfer))
                .containsAnyOf("slot-confirmed", "offer-not-now")
                .doesNotContainSequence("slot-confirmed", "offer-not-now")
                .doesNotContainSubsequence("offer-not-now", "slot-confirmed");
    }

    @Test
    void aConfirmThatWaitedForTheLockUntilAfterTheLapseIsRefused() throws Exception {
        try (var connection = OwnerConnection.open();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(
                    "select 1 from placement where transfer_id = '%s' for update"
                            .formatted(transfer.id()));
            var confirm =
                    CompletableFuture.supplyAsync(
                            () -> Duty.confirms(HTD, transfer, offer).extract().statusCode());
            await().until(LastLineIT::somebodyWaits);
            DatabaseTime.ahead(Duration.ofMinutes(61));
            connection.commit();

            assertThat(confirm.get()).isEqualTo(409);
        }
        await().until(() -> Duty.told(transfer).contains("offer-lapsed"));
    }

    @Test
    void whatAWardSaidWhileAnotherHadTheSlotHappenedAfterThat() throws Exception {
        var slot = OwnerConnection.value("select id from slot where state = 'FREE'");
        String released;
        try (var connection = OwnerConnection.open();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select 1 from slot where id = '%s' for update".formatted(slot));
            var said =
                    CompletableFuture.supplyAsync(
                            () ->
                                    Duty.post(
                                                    TestTokens.as("nurse", "cho-ray"),
                                                    "/api/v1/units/cho-ray.icu-adult/slots/"
                                                            + slot
                                                            + "/state",
                                                    Map.of("state", "OCCUPIED"))
                                            .extract()
                                            .statusCode());
            await().until(LastLineIT::somebodyWaits);
            released = OwnerConnection.value("select app_now()");
            connection.commit();

            assertThat(said.get()).isEqualTo(200);
        }
        assertThat(
                        OwnerConnection.value(
                                "select since > '%s' from slot where id = '%s'"
                                        .formatted(released, slot)))
                .isEqualTo("t");
    }

    /**
     * The other side takes slot then placement, we placement then slot: one of us must repeat. The
     * other side never looks whether both stand still, so that it is always us.
     */
    @Test
    void aCommandThatMeetsADeadlockIsRepeatedWhole() throws Exception {
        var placement =
                "select 1 from placement where transfer_id = '%s' for update"
                        .formatted(transfer.id());
        try (var hands = Executors.newFixedThreadPool(2);
                var holder = OwnerConnection.open();
                var holding = holder.createStatement();
                var other = OwnerConnection.open();
                var sql = other.createStatement()) {
            holder.setAutoCommit(false);
            other.setAutoCommit(false);
            sql.execute("set deadlock_timeout = '1h'");
            sql.execute("select 1 from slot where state = 'HELD' for update");
            holding.execute(placement);
            var confirm =
                    hands.submit(() -> Duty.confirms(HTD, transfer, offer).extract().statusCode());
            await().until(() -> waitingForARow() == 1);
            var waiting = hands.submit(() -> sql.execute(placement));
            await().until(() -> waitingForARow() == 2);
            holder.rollback();

            assertThat(waiting).succeedsWithin(Duration.ofSeconds(60));
            other.rollback();
            assertThat(confirm).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(200);
        }
        Duty.becomes(transfer, "CONFIRMED");
        // a backend tells of it when it is idle next
        await().until(
                        () ->
                                !OwnerConnection.value(
                                                "select deadlocks from pg_stat_database where datname = current_database()")
                                        .equals("0"));
    }

    @Test
    void anotherHospitalsOfferIsNotFound() {
        Duty.confirms("cho-ray", transfer, offer)
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    private static int waitingForARow() {
        return Integer.parseInt(
                OwnerConnection.value(
                        "select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')"));
    }

    private static boolean somebodyWaits() {
        return !OwnerConnection.value("select count(*) from pg_locks where not granted")
                .equals("0");
    }

    private void asApp(String statement) throws SQLException {
        try (var connection = appRole.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
