package vn.lienvien.kit.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.sql.Sql;

/**
 * The relay's own database session. Leadership is a lock of this session, and the session also runs
 * every query of the relay: whoever lost the one cannot do the other. PostgreSQL ends a session
 * that is silent for 10 seconds, so that a frozen process does not stay leader.
 */
final class RelaySession implements AutoCloseable {

    private static final long LEADERSHIP = 0x4C56_5245_4C41_59L;

    /**
     * A stamp lost in a crash only sends an event again, which readers drop; so a stamp does not
     * wait for the disk.
     */
    private static final String SETTINGS = "-c idle_session_timeout=10s -c synchronous_commit=off";

    private static final String OLDEST_OF_EACH_KEY =
            "select distinct on (topic, key) "
                    + OutboxRow.COLUMNS
                    + " from outbox where published_at is null and topic <> all(?)"
                    + " order by topic, key, sequence limit ?";

    private static final String STAMP =
            "update outbox set published_at = app_now() where id = any((select ?::bigint[])::bigint[])";

    private final Connection connection;
    private boolean leads;

    private RelaySession(Connection connection) {
        this.connection = connection;
    }

    static RelaySession open(KitConfig.Relay config) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", config.username());
        settings.setProperty("password", config.password());
        settings.setProperty("options", SETTINGS);
        settings.setProperty("ApplicationName", "relay");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "15");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("logServerErrorDetail", "false");
        return new RelaySession(DriverManager.getConnection(config.jdbcUrl(), settings));
    }

    boolean leads() throws SQLException {
        String lock = "select pg_try_advisory_lock(?)";
        leads =
                leads
                        || Sql.rows(connection, lock, row -> row.getBoolean(1), LEADERSHIP)
                                .getFirst();
        return leads;
    }

    List<OutboxRow> oldestOfEachKey(Collection<String> notOf, int keys) throws SQLException {
        return Sql.rows(connection, OLDEST_OF_EACH_KEY, OutboxRow::read, notOf, keys);
    }

    void stamp(Collection<Long> published) throws SQLException {
        Sql.run(connection, STAMP, published);
    }

    /** Keeps the session, and finds out whether it is still there. */
    void stillThere() throws SQLException {
        Sql.run(connection, "select 1");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
