package vn.lienvien.bed.capacity.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import vn.lienvien.bed.capacity.application.Units;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlUnits implements Units {

    private final Sql sql;

    SqlUnits(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Ward> find(UnitId unit) {
        return sql.first(
                "select organisation from unit where code = ?"
                        + " and (valid_to is null or valid_to >= current_date)",
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
                "update unit set activated = ?, ready_for_outside = ?, duty_phone = ? where code = ?",
                activated,
                readyForOutside,
                dutyPhone,
                unit.value());
    }

    @Override
    public void reported(UnitId unit, Report report, String by, Instant at) {
        sql.run(
                """
                insert into capacity_report (unit, reported_at, reported_by, operable, staffed, occupied,
                    consoles, circuits, crrt_machines, ready_for_outside)
                values (?, ?, ?, ?, ?, ?, ?::int, ?::int, ?::int, ?)
                """,
                unit.value(),
                at,
                by,
                report.operable(),
                report.staffed(),
                report.occupied(),
                report.consoles(),
                report.circuits(),
                report.crrtMachines(),
                report.readyForOutside());
        sql.run(
                "update unit set ready_for_outside = ?, reported_at = ? where code = ?",
                report.readyForOutside(),
                at,
                unit.value());
    }

    @Override
    public boolean trust(UnitId unit) {
        return sql.run("delete from unit_doubt where unit = ?", unit.value()) == 1;
    }
}
