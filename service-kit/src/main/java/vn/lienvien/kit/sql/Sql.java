package vn.lienvien.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Plain SQL on the connection of the current transaction, which the service's own persistence
 * shares; outside a transaction each statement commits by itself. The kit writes a handful of
 * statements whose round trips count, so it uses no mapper. What runs for every command takes its
 * lists as {@code (select ?::text[])}: seeing the list itself, PostgreSQL plans at every call.
 */
@ApplicationScoped
public class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Reads one row into a value. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** Work on a connection that is closed, or given back to the transaction, afterwards. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    public <T> List<T> list(String statement, Reading<T> reading, Object... parameters) {
        return with(connection -> rows(connection, statement, reading, parameters));
    }

    public <T> Optional<T> first(String statement, Reading<T> reading, Object... parameters) {
        return list(statement, reading, parameters).stream().findFirst();
    }

    public <T> T one(String statement, Reading<T> reading, Object... parameters) {
        return list(statement, reading, parameters).getFirst();
    }

    /** Answers the number of rows changed. */
    public int run(String statement, Object... parameters) {
        return with(connection -> run(connection, statement, parameters));
    }

    /** The same for whoever has a connection of its own. */
    public static <T> List<T> rows(
            Connection connection, String statement, Reading<T> reading, Object... parameters)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement, parameters);
                ResultSet rows = prepared.executeQuery()) {
            return all(rows, reading);
        }
    }

    public static int run(Connection connection, String statement, Object... parameters)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
            prepared.execute();
            return prepared.getUpdateCount();
        }
    }

    /**
     * Fills a statement in order; a collection becomes an array of uuid, bigint or text, whichever
     * its elements are.
     */
    public static PreparedStatement prepare(
            Connection connection, String statement, Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, wire(connection, parameters[i]));
        }
        return prepared;
    }

    public static <T> List<T> all(ResultSet rows, Reading<T> reading) throws SQLException {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
            read.add(reading.from(rows));
        }
        return read;
    }

    public static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Object wire(Connection connection, Object parameter) throws SQLException {
        return switch (parameter) {
            case Instant time -> time.atOffset(ZoneOffset.UTC);
            case byte[][] many -> connection.createArrayOf("bytea", many);
            case Collection<?> many -> array(connection, many);
            case null, default -> parameter;
        };
    }

    private static Array array(Connection connection, Collection<?> many) throws SQLException {
        Object[] elements = many.toArray();
        String type =
                switch (Stream.of(elements).filter(Objects::nonNull).findFirst().orElse("")) {
                    case UUID _ -> "uuid";
                    case Long _ -> "bigint";
                    case Integer _ -> "integer";
                    default -> "text";
                };
        return connection.createArrayOf(type, elements);
    }
}
