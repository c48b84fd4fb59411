package vn.lienvien.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProcessIT {
    @TempDir static Path folder;
    static PostgresProcess postgres;

    @BeforeAll
    static void start() {
        postgres = PostgresProcess.start(folder, 0);
        postgres.createDatabase("bed", "owner's secret", "app secret");
        postgres.createDatabase("bed", "owner's secret", "app secret");
    }

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    void whatIsAcknowledgedIsOnDisk() throws SQLException {
        assertThat(asOwner("SHOW fsync", "SHOW synchronous_commit", "SHOW full_page_writes"))
                .containsExactly("on", "on", "on");
    }

    @Test
    void committedRowsSurviveKillMinusNine() throws SQLException {
        asOwner("CREATE TABLE kept(n int)", "INSERT INTO kept VALUES (7)");

        long before = postgres.pid();
        postgres.kill();
        assertThat(postgres.alive()).isFalse();
        postgres.restart();

        assertThat(postgres.pid()).isNotEqualTo(before);
        assertThat(asOwner("SELECT n FROM kept")).containsExactly("7");
    }

    @Test
    void whatARefusedRowHeldIsNotInTheLog() throws Exception {
        asOwner("CREATE TABLE patient(name text, age int CONSTRAINT born CHECK (age >= 0))");

        try (Connection owner = owner();
                PreparedStatement insert =
                        owner.prepareStatement("INSERT INTO patient VALUES (?, ?)")) {
            insert.setString(1, "Canary Hoàng Yến");
            insert.setInt(2, -1);
            assertThatThrownBy(insert::execute).hasMessageContaining("born");
        }

        Path log = folder.resolve("postgres.log");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(log).content().contains("constraint \"born\""));
        assertThat(log).content().doesNotContain("Canary");
    }

    @Test
    void theAppRoleWorksUnderTimeoutsAndMakesNoTables() throws SQLException {
        try (Connection app =
                        DriverManager.getConnection(
                                postgres.jdbcUrl("bed"), "bed_app", "app secret");
                Statement sql = app.createStatement()) {
            assertThat(answer(sql, "SHOW transaction_timeout")).isEqualTo("15s");
            assertThat(answer(sql, "SHOW idle_in_transaction_session_timeout")).isEqualTo("5s");
            assertThatThrownBy(() -> sql.execute("CREATE TABLE mine(n int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void vietnameseNamesSortAsPeopleExpect() throws SQLException {
        assertThat(
                        asOwner(
                                "SELECT string_agg(n, ' ' ORDER BY n) FROM"
                                        + " unnest(ARRAY['Hà','Dũng','Đặng','Ánh','An']) n"))
                .containsExactly("An Ánh Dũng Đặng Hà");
    }

    private static List<String> asOwner(String... statements) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection owner = owner();
                Statement sql = owner.createStatement()) {
            for (String statement : statements) {
                answers.add(answer(sql, statement));
            }
        }
        return answers;
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("bed"), "bed_owner", "owner's secret");
    }

    private static String answer(Statement sql, String statement) throws SQLException {
        if (!sql.execute(statement)) {
            return "";
        }
        try (ResultSet result = sql.getResultSet()) {
            result.next();
            return result.getString(1);
        }
    }
}
