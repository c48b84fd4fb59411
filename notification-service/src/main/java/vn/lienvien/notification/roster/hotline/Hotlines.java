package vn.lienvien.notification.roster.hotline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.roster.hotline.Hotline.Purpose;

/** The stored directory. */
@ApplicationScoped
class Hotlines {

    private final Sql sql;

    Hotlines(Sql sql) {
        this.sql = sql;
    }

    /** An entry as it stands. */
    record Listed(String organisation, Hotline hotline, Instant changed) {}

    /**
     * In the order of each organisation.
     *
     * @param organisation null for all
     */
    List<Listed> of(String organisation) {
        return sql.list(
                "select organisation, purpose, label, phone, changed_at from hotline"
                        + " where ?::text is null or organisation = ? order by organisation, position",
                row ->
                        new Listed(
                                row.getString(1),
                                new Hotline(
                                        Purpose.valueOf(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4)),
                                Sql.instant(row, 5)),
                organisation,
                organisation);
    }

    /** Call it with the organisation locked, so that two editors' lists never mix. */
    void replace(String organisation, List<Hotline> hotlines, Instant now) {
        sql.run("delete from hotline where organisation = ?", organisation);
        for (var position = 0; position < hotlines.size(); position++) {
            var hotline = hotlines.get(position);
            sql.run(
                    "insert into hotline (organisation, position, purpose, label, phone, changed_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    organisation,
                    position,
                    hotline.purpose().name(),
                    hotline.label(),
                    hotline.phone(),
                    now);
        }
    }

    void lock(String organisation) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('hotline ' || ?, 0))",
                _ -> "",
                organisation);
    }
}
