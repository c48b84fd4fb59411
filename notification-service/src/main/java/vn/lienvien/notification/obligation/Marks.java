package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.obligation.domain.Mark;
import vn.lienvien.notification.obligation.domain.Scope;

/** The stored marks of events that may be read before what they close. */
@ApplicationScoped
class Marks {

    private static final String KEEP =
            """
            insert into mark (subject, name, scope, key, attempt) values (?, ?, ?, ?, ?)
            on conflict (subject, name, scope, key) do update set attempt = excluded.attempt
            where mark.attempt < excluded.attempt
            """;

    private final Sql sql;

    Marks(Sql sql) {
        this.sql = sql;
    }

    Map<Mark, Integer> of(String subject) {
        var marks = new HashMap<Mark, Integer>();
        sql.list(
                "select name, scope, key, attempt from mark where subject = ?",
                row ->
                        marks.put(
                                new Mark(
                                        row.getString(1),
                                        Scope.valueOf(row.getString(2)),
                                        row.getString(3)),
                                row.getInt(4)),
                subject);
        return marks;
    }

    void keep(String subject, Mark mark, int attempt) {
        sql.run(KEEP, subject, mark.on(), mark.scope().name(), mark.key(), attempt);
    }
}
