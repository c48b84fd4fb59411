package vn.lienvien.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Replaces {@code app_now()}, the only time that decides anything, in all databases at once. Only
 * the owner can: the app role has no right to.
 */
public final class ShiftedClock {
    private final Stack stack;
    private final Collection<Service> services;

    ShiftedClock(Stack stack, Collection<Service> services) {
        this.stack = stack;
        this.services = services;
    }

    /** From now on the databases' time is the real one plus this; zero puts the real one back. */
    public void shift(Duration by) {
        List<Connection> owners = new ArrayList<>();
        try {
            for (Service service : services) {
                Connection owner = stack.ownerConnection(service);
                owners.add(owner);
                owner.setAutoCommit(false);
                replace(owner, by);
            }
            for (Connection owner : owners) {
                owner.commit();
            }
        } catch (SQLException e) {
            throw new PartFailed("the clock cannot be shifted: " + e.getMessage(), e);
        } finally {
            owners.forEach(ShiftedClock::close);
        }
    }

    private static void replace(Connection owner, Duration by) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute(
                    """
                    create or replace function app_now() returns timestamptz \
                    language sql volatile parallel safe \
                    as $$ select clock_timestamp() + interval '%d milliseconds' $$"""
                            .formatted(by.toMillis()));
        }
    }

    private static void close(Connection owner) {
        try {
            owner.close();
        } catch (SQLException e) {
            throw new PartFailed("an owner's connection cannot be closed", e);
        }
    }
}
