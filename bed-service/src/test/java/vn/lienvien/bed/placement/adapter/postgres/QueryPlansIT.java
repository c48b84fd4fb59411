package vn.lienvien.bed.placement.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** What runs for every pass follows those who wait and what is free, not what ever was. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class QueryPlansIT {

    private static final int PLACED = 50_000;
    private static final int UNITS = 10_000;

    @Inject Told told;

    @BeforeEach
    void yearsOfPlacementsAndManyUnits() {
        Wards.none();
        told.that(Transfers.searched().requested());
        OwnerConnection.run(
                """
                insert into placement (transfer_id, version, case_code, origin, urgency, attempt, routing, endorsed,
                        top_rank, needs, stage, excluded, silent, offers_made, team, queued_at)
                    select gen_random_uuid(), 0, 'PLACED', 'soc-trang-covid', 'U2', 1, 'SEARCH', false, false, p.needs,
                        'ENDED', '{}', 0, 0, p.team, app_now() from placement p, generate_series(1, %d);
                """
                        .formatted(PLACED));
        OwnerConnection.run(
                """
                create temporary table made on commit drop as select n, 'many-' || n as code from generate_series(1, %d) n;
                insert into hospital (code, valid_from, role, name_vi, name_en, level, former_province, province,
                        latitude, longitude, ecmo, ecmo_basis)
                    select code, '2021-01-01', 'ecmo_hub', 'Hư cấu', 'Invented', 'invented', 'Hồ Chí Minh', 'Hồ Chí Minh',
                        9 + n * 7919 %% 1300 / 100.0, 103 + n * 104729 %% 600 / 100.0, 'both', 'invented' from made;
                insert into unit (code, organisation, ages, vv, va, crrt, isolation, activated, ready_for_outside, invented)
                    select code || '.icu', code, case when n %% 2 = 0 then 'ADULT' else 'PAEDIATRIC' end,
                        case when n <= 40 or n %% 2 = 1 then 'YES' else 'NO' end, 'YES', 'YES', 'YES', true, 6, true
                    from made;
                insert into slot (id, version, unit, state, since)
                    select gen_random_uuid(), 0, code || '.icu', case when n <= 40 then 'CLEANING' else 'FREE' end, app_now()
                    from made, generate_series(1, 6);
                """
                        .formatted(UNITS));
        OwnerConnection.run("analyze placement, unit, hospital, slot");
    }

    @AfterEach
    void noneOfThem() {
        Wards.none();
        OwnerConnection.run(
                """
                delete from unit_version where unit like 'many-%';
                delete from unit where code like 'many-%';
                delete from hospital where code like 'many-%';
                analyze placement, unit, hospital, slot;
                """);
    }

    @Test
    void theQueueAndTheLapsedAreFoundWithoutReadingAllThatEverWere() throws SQLException {
        assertThat(readWhole(QueuedRows.QUEUE)).isEmpty();
        assertThat(readWhole(PanachePlacements.LAPSED.replace("?", "'{}'"))).isEmpty();
    }

    @Test
    void unitsThatCouldNotTreatThemAreNotRead() throws SQLException {
        assertThat(plan(CandidateRows.LOOK)).anyMatch(it -> it.contains("unit_able"));
        assertThat(readWhole(CandidateRows.LOOK)).isEmpty();
    }

    /** The large tables that were read from end to end. */
    private static List<String> readWhole(String statement) throws SQLException {
        return plan(statement).stream()
                .filter(it -> it.matches(".*Seq Scan on (placement|unit|hospital|slot) .*"))
                .filter(it -> !it.contains("never executed"))
                .toList();
    }

    private static List<String> plan(String statement) throws SQLException {
        try (var connection = OwnerConnection.open();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select " + SqlWaitingList.BY_INDEX);
            return Sql.all(
                    sql.executeQuery("explain (analyze) " + statement), row -> row.getString(1));
        }
    }
}
