package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.obligation.domain.Because;
import vn.lienvien.notification.obligation.domain.Role;

/** Who was told of an obligation: what a climb was, long after the messages are forgotten. */
@ApplicationScoped
class Tellings {

    private final Sql sql;

    Tellings(Sql sql) {
        this.sql = sql;
    }

    /**
     * One rung as it was told.
     *
     * @param gap by the roster nobody was there
     */
    record Telling(
            int step, Role role, String organisation, Because because, boolean gap, Instant at) {}

    void keep(UUID obligation, int number, Telling told) {
        sql.run(
                "insert into telling (obligation_id, rung_no, step, role, organisation, because, gap, told_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                obligation,
                number,
                told.step(),
                told.role().name(),
                told.organisation(),
                told.because().name(),
                told.gap(),
                told.at());
    }

    /** The numbers under which these steps of its ladder were told. */
    List<Integer> numbers(UUID obligation, List<Integer> steps) {
        return sql.list(
                "select rung_no from telling where obligation_id = ? and step = any(?)",
                row -> row.getInt(1),
                obligation,
                steps);
    }

    List<Telling> of(UUID obligation) {
        return sql.list(
                "select step, role, organisation, because, gap, told_at from telling"
                        + " where obligation_id = ? order by rung_no",
                row ->
                        new Telling(
                                row.getInt(1),
                                Role.valueOf(row.getString(2)),
                                row.getString(3),
                                Because.valueOf(row.getString(4)),
                                row.getBoolean(5),
                                Sql.instant(row, 6)),
                obligation);
    }
}
