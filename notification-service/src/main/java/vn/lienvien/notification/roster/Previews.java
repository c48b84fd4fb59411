package vn.lienvien.notification.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Week;

/** Stored previews. */
@ApplicationScoped
class Previews {

    private final Sql sql;

    Previews(Sql sql) {
        this.sql = sql;
    }

    void keep(Preview preview) {
        sql.run(
                "insert into roster_preview (id, place, week, base_version, made_by, expires_at, shifts)"
                        + " values (?, ?, ?, ?, ?, ?, ?::jsonb)",
                preview.id(),
                preview.place().code(),
                preview.week().monday(),
                preview.base(),
                preview.by(),
                preview.expires(),
                ShiftsJson.write(preview.shifts()));
    }

    /** A preview belongs to the one who made it. */
    Optional<Preview> find(UUID id, Place place, String by) {
        return sql.first(
                "select id, place, week, base_version, made_by, expires_at, shifts from roster_preview"
                        + " where id = ? and place = ? and made_by = ?",
                Previews::read,
                id,
                place.code(),
                by);
    }

    void drop(UUID id) {
        sql.run("delete from roster_preview where id = ?", id);
    }

    void dropExpired(Instant before) {
        sql.run("delete from roster_preview where expires_at < ?", before);
    }

    private static Preview read(ResultSet row) throws SQLException {
        return new Preview(
                row.getObject(1, UUID.class),
                Place.of(row.getString(2)),
                new Week(row.getObject(3, LocalDate.class)),
                row.getInt(4),
                row.getString(5),
                Sql.instant(row, 6),
                ShiftsJson.shifts(row.getString(7)));
    }
}
