package vn.lienvien.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import vn.lienvien.local.PostgresProcess;

/**
 * A real PostgreSQL with the two roles of a service, and tokens to come in with. The owner's
 * address is in the system properties {@code lienvien.test.owner.*}, for a test that looks into the
 * tables or moves {@code app_now()}.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "service";
    private static final String PASSWORD = "only-for-this-test";

    private final TestFolder folder = TestFolder.of("postgres");
    private PostgresProcess postgres;

    @Override
    public Map<String, String> start() {
        postgres = PostgresProcess.start(folder.path(), 0);
        postgres.createDatabase(NAME, PASSWORD, PASSWORD);
        letTheOwnerMeetDeadlocks();
        String url = postgres.jdbcUrl(NAME);
        System.setProperty(OwnerConnection.URL, url);
        System.setProperty(OwnerConnection.USER, NAME + "_owner");
        System.setProperty(OwnerConnection.PASSWORD, PASSWORD);
        Map<String, String> config = new HashMap<>(TestTokens.config());
        config.put("quarkus.datasource.jdbc.url", url);
        config.put("quarkus.datasource.username", NAME + "_app");
        config.put("quarkus.datasource.password", PASSWORD);
        config.put("quarkus.flyway.username", NAME + "_owner");
        config.put("quarkus.flyway.password", PASSWORD);
        return config;
    }

    /** So that a test decides who of two that wait for each other is given up. */
    private void letTheOwnerMeetDeadlocks() {
        try (var cluster = postgres.adminConnection(NAME);
                var sql = cluster.createStatement()) {
            sql.execute("grant set on parameter deadlock_timeout to " + NAME + "_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.stop();
        }
        folder.remove();
    }
}
