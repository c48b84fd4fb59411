package vn.lienvien.bed.capacity.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.capacity.application.Units;
import vn.lienvien.bed.capacity.domain.Limit;
import vn.lienvien.bed.capacity.domain.Source;
import vn.lienvien.bed.capacity.domain.Stated;
import vn.lienvien.bed.capacity.domain.Statement;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlUnits implements Units {

    private static final String STATED =
            "select id, source, reported_by, answered_by, reported_at, recorded_at, "
                    + SqlReports.COLUMNS
                    + " from capacity_report r where unit = ?";

    private final Sql sql;

    SqlUnits(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Ward> find(UnitId unit) {
        return sql.first(
                "select organisation from unit where code = ?"
                        + " and (valid_to is null or valid_to >= (select today()))",
                row -> new Ward(unit, new OrganisationId(row.getString(1))),
                unit.value());
    }

    /** Leaves room for slots of the unit being opened meanwhile: their reference is not blocked. */
    @Override
    public void lock(UnitId unit) {
        sql.first("select 1 from unit where code = ? for no key update", _ -> true, unit.value());
    }

    @Override
    public void activate(UnitId unit, boolean activated, int readyForOutside, String dutyPhone) {
        sql.run(
                "update unit set activated = ?, ready_for_outside = ?, duty_phone = coalesce(?::text, duty_phone)"
                        + " where code = ?",
                activated,
                readyForOutside,
                dutyPhone,
                unit.value());
    }

    @Override
    public void reported(UnitId unit, Statement said, Instant at, Instant recordedAt) {
        var report = said.report();
        sql.run(
                """
                insert into capacity_report (unit, reported_at, recorded_at, reported_by, answered_by, source,
                    operable, staffed, occupied, consoles, circuits, crrt_machines, ready_for_outside, limits)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::int, ?::int, ?::int, ?, ?)
                """,
                unit.value(),
                at,
                recordedAt,
                said.by(),
                said.answeredBy(),
                said.source().name(),
                report.operable(),
                report.staffed(),
                report.occupied(),
                report.consoles(),
                report.circuits(),
                report.crrtMachines(),
                report.readyForOutside(),
                report.limits().stream().map(Limit::word).toList());
        sql.run(
                "update unit set ready_for_outside = ?, reported_at = ? where code = ?"
                        + " and (reported_at is null or reported_at <= ?)",
                report.readyForOutside(),
                at,
                unit.value(),
                at);
    }

    @Override
    public Optional<Stated> latest(UnitId unit) {
        return sql.first(
                STATED + " order by reported_at desc, id desc limit 1",
                SqlUnits::stated,
                unit.value());
    }

    @Override
    public List<Stated> history(UnitId unit, Long before, int limit) {
        return sql.list(
                STATED + " and (?::bigint is null or id < ?::bigint) order by id desc limit ?",
                SqlUnits::stated,
                unit.value(),
                before,
                before,
                limit);
    }

    @Override
    public int arrivedSince(UnitId unit, Instant then) {
        return sql.one(
                "select count(*) from slot where unit = ? and state = 'OCCUPIED'"
                        + " and transfer_id is not null and since > ?",
                row -> row.getInt(1),
                unit.value(),
                then);
    }

    @Override
    public int readyForOutside(UnitId unit) {
        return sql.one(
                "select ready_for_outside from unit where code = ?",
                row -> row.getInt(1),
                unit.value());
    }

    @Override
    public boolean isDoubted(UnitId unit) {
        return sql.first("select 1 from unit_doubt where unit = ?", _ -> true, unit.value())
                .isPresent();
    }

    @Override
    public boolean trust(UnitId unit, Instant at) {
        return sql.run(
                        "delete from unit_doubt where unit = ?"
                                + " and (reason <> 'CAPACITY_NOT_NOW' or since <= ?)",
                        unit.value(),
                        at)
                == 1;
    }

    private static Stated stated(ResultSet row) throws SQLException {
        return new Stated(
                row.getLong(1),
                new Statement(
                        SqlReports.read(row, 7),
                        Source.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        Sql.instant(row, 5)),
                Sql.instant(row, 6));
    }
}
