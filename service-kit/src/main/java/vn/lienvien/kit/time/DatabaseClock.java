package vn.lienvien.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.lienvien.kit.sql.Sql;

/**
 * The only time that decides anything: {@code app_now()} of the database, so that a wrong clock on
 * a host changes no placement and no timer (I13). Read it after the row locks are held; a time read
 * before waiting for a lock is older than what the lock protects.
 */
@ApplicationScoped
public class DatabaseClock {

    private final Sql sql;

    public DatabaseClock(Sql sql) {
        this.sql = sql;
    }

    public Instant now() {
        return sql.one("select app_now()", row -> Sql.instant(row, 1));
    }
}
