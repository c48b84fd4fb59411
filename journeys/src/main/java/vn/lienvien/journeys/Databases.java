package vn.lienvien.journeys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The three databases, read by the cluster's administrator: no service lets itself be read so. */
public final class Databases {

    public static final List<String> NAMES = List.of("transfer", "bed", "notification");

    /** Opens the administrator's connection to a database. */
    public interface Connections {
        Connection to(String database) throws SQLException;
    }

    private final Connections connections;

    public Databases(Connections connections) {
        this.connections = connections;
    }

    public List<List<String>> rows(String database, String sql) throws SQLException {
        try (var connection = connections.to(database);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            var columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= columns; column++) {
                    row.add(found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    public void execute(String database, String sql) throws SQLException {
        try (var connection = connections.to(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
