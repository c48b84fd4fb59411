package vn.lienvien.kit.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import vn.lienvien.kit.sql.Faults;

/** Looks into the test's database as its owner, who may do what the app role may not. */
public final class OwnerConnection {

    static final String URL = "lienvien.test.owner.url";
    static final String USER = "lienvien.test.owner.user";
    static final String PASSWORD = "lienvien.test.owner.password";

    private static final int ALIVE_WITHIN_SECONDS = 1;
    private static final int REPEATS = 5;

    /** Kept for the next look: to log in costs more than most looks do. */
    private static final Queue<Connection> IDLE = new ConcurrentLinkedQueue<>();

    private OwnerConnection() {}

    public static Connection open() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty(URL), System.getProperty(USER), System.getProperty(PASSWORD));
    }

    /** Again when it and a sweeper of the service waited for each other: nothing of it was done. */
    public static void run(String statement) {
        for (int left = REPEATS; ; left--) {
            try {
                with(sql -> sql.execute(statement));
                return;
            } catch (IllegalStateException e) {
                if (left == 0 || !Faults.conflict(e)) {
                    throw e;
                }
            }
        }
    }

    /** The first column of every row, as text. */
    public static List<String> column(String query) {
        return with(
                sql -> {
                    try (ResultSet rows = sql.executeQuery(query)) {
                        List<String> values = new ArrayList<>();
                        while (rows.next()) {
                            values.add(rows.getString(1));
                        }
                        return values;
                    }
                });
    }

    public static String value(String query) {
        return column(query).getFirst();
    }

    private interface Work<T> {
        T with(Statement sql) throws SQLException;
    }

    private static <T> T with(Work<T> work) {
        try {
            Connection connection = idle();
            try (Statement sql = connection.createStatement()) {
                return work.with(sql);
            } finally {
                IDLE.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the database of now: a class with settings of its own has another. */
    private static Connection idle() throws SQLException {
        for (var each = IDLE.poll(); each != null; each = IDLE.poll()) {
            if (each.getMetaData().getURL().equals(System.getProperty(URL))
                    && each.isValid(ALIVE_WITHIN_SECONDS)) {
                return each;
            }
            each.close();
        }
        return open();
    }
}
