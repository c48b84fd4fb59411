package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.obligation.domain.CaseFile.Left;
import vn.lienvien.notification.obligation.domain.Mark;
import vn.lienvien.notification.obligation.domain.Scope;

/** The stored marks of events that may be read before what they close. */
@ApplicationScoped
class Marks {

    private static final String KEEP =
            """
            insert into mark (subject, name, scope, key, attempt, left_at) values (?, ?, ?, ?, ?, ?)
            on conflict (subject, name, scope, key)
                do update set attempt = excluded.attempt, left_at = excluded.left_at
            where mark.attempt <= excluded.attempt
            """;

    private final Sql sql;

    Marks(Sql sql) {
        this.sql = sql;
    }

    Map<Mark, Left> of(String subject) {
        var marks = new HashMap<Mark, Left>();
        sql.list(
                "select name, scope, key, attempt, left_at from mark where subject = ?",
                row ->
                        marks.put(
                                new Mark(
                                        row.getString(1),
                                        Scope.valueOf(row.getString(2)),
                                        row.getString(3)),
                                new Left(row.getInt(4), Sql.instant(row, 5))),
                subject);
        return marks;
    }

    void keep(String subject, Mark mark, int attempt, Instant now) {
        sql.run(KEEP, subject, mark.on(), mark.scope().name(), mark.key(), attempt, now);
    }
}
