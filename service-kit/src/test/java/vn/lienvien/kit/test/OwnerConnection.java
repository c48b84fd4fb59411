package vn.lienvien.kit.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the test's database as its owner, who may do what the app role may not. */
public final class OwnerConnection {

    static final String URL = "lienvien.test.owner.url";
    static final String USER = "lienvien.test.owner.user";
    static final String PASSWORD = "lienvien.test.owner.password";

    private OwnerConnection() {}

    public static Connection open() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty(URL), System.getProperty(USER), System.getProperty(PASSWORD));
    }

    public static void run(String statement) {
        try (Connection connection = open();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row, as text. */
    public static List<String> column(String query) {
        try (Connection connection = open();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String value(String query) {
        return column(query).getFirst();
    }
}
