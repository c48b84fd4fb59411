package vn.lienvien.notification.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienvien.local.PostgresProcess;

/** What {@code ./lienvien up} finds beside the tables. */
class InventedRostersIT {

    private static final String NEVER_USED_ELSEWHERE = "only-for-this-test";

    private static final String COVERED =
            """
            select week, count(*), sum(extract(epoch from ends_at - starts_at))::bigint,
                min(starts_at at time zone 'Asia/Ho_Chi_Minh')
            from roster_shift where week >= date_trunc('week', now() at time zone 'Asia/Ho_Chi_Minh')::date
            group by week order by week
            """;

    @Test
    void everyLineOfEveryPlaceIsRosteredForTwelveWeeksButForOneNightEach(@TempDir Path folder)
            throws SQLException {
        var postgres = PostgresProcess.start(folder, 0);
        try {
            postgres.createDatabase("service", NEVER_USED_ELSEWHERE, NEVER_USED_ELSEWHERE);
            var url = postgres.jdbcUrl("service");
            start(url);

            assertThat(
                            rows(
                                    url,
                                    """
                                    select place, line, count(*), min(people->0->>'name') like '%hư cấu%'
                                    from roster_shift where week = date_trunc('week', now() at time zone 'Asia/Ho_Chi_Minh')::date
                                      and place in ('gia-dinh', 'gia-dinh.icu-adult', 'soyte-hcm')
                                    group by place, line order by place, line
                                    """))
                    .containsExactly(
                            "gia-dinh LEADER 7 t",
                            "gia-dinh.icu-adult DOCTOR 13 t",
                            "gia-dinh.icu-adult ECMO_OPERATOR 7 t",
                            "gia-dinh.icu-adult NURSE 14 t",
                            "soyte-hcm LEADER 7 t");
            assertThat(rows(url, "select count(*), '', '', '' from hotline"))
                    .containsExactly("17   ");

            var untilNow = rows(url, COVERED);
            run(
                    url,
                    """
                    delete from roster_shift where week > current_date;
                    delete from roster where week > current_date;
                    """);
            start(url);
            assertThat(rows(url, COVERED)).isEqualTo(untilNow).hasSize(12);
        } finally {
            postgres.stop();
        }
    }

    private static void start(String url) {
        Flyway.configure()
                .dataSource(url, "service_owner", NEVER_USED_ELSEWHERE)
                .locations("db/kit", "db/migration", "db/local")
                .placeholders(Map.of("app_role", "service_app"))
                .load()
                .migrate();
    }

    private static void run(String url, String statements) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(url, "service_owner", NEVER_USED_ELSEWHERE);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static List<String> rows(String url, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(url, "service_owner", NEVER_USED_ELSEWHERE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return read(rows);
        }
    }

    private static List<String> read(ResultSet rows) throws SQLException {
        var read = new ArrayList<String>();
        while (rows.next()) {
            read.add(
                    "%s %s %s %s"
                            .formatted(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4)));
        }
        return read;
    }
}
