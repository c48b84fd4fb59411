package vn.lienvien.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One service's database and its two roles. The app role carries the time-outs; the owner has none,
 * since a migration may take longer than a request.
 */
record DatabaseSetup(String name, String ownerPassword, String appPassword) {

    DatabaseSetup {
        if (!name.matches("[a-z][a-z_]*")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
    }

    void makeRolesAndDatabase(Connection cluster) throws SQLException {
        try (Statement sql = cluster.createStatement()) {
            role(sql, name + "_owner", ownerPassword);
            role(sql, name + "_app", appPassword);
            sql.execute(
                    "ALTER ROLE %s_app SET idle_in_transaction_session_timeout = '5s'"
                            .formatted(name));
            sql.execute("ALTER ROLE %s_app SET transaction_timeout = '15s'".formatted(name));
            if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '%s'")) {
                sql.execute("CREATE DATABASE %s OWNER %s_owner".formatted(name, name));
            }
            sql.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
            sql.execute("GRANT CONNECT ON DATABASE %s TO %s_app".formatted(name, name));
        }
    }

    void drop(Statement sql) throws SQLException {
        sql.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
        sql.execute("DROP ROLE IF EXISTS %s_app".formatted(name));
        sql.execute("DROP ROLE IF EXISTS %s_owner".formatted(name));
    }

    private void role(Statement sql, String role, String password) throws SQLException {
        String verb =
                exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")
                        ? "ALTER"
                        : "CREATE";
        sql.execute(
                "%s ROLE %s LOGIN PASSWORD '%s'"
                        .formatted(verb, role, password.replace("'", "''")));
    }

    private boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query.formatted(name))) {
            return found.next();
        }
    }
}
