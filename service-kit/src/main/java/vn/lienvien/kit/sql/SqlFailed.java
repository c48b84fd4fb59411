package vn.lienvien.kit.sql;

import java.sql.SQLException;

/** A statement failed; the cause says why, see {@link Faults}. */
public class SqlFailed extends RuntimeException {

    public SqlFailed(SQLException cause) {
        super("a statement failed with state " + cause.getSQLState(), cause);
    }
}
