package vn.lienvien.bed.capacity.adapter.postgres;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienvien.bed.capacity.application.WardBook;
import vn.lienvien.bed.capacity.domain.WardFacts;
import vn.lienvien.bed.capacity.domain.WardVersion;
import vn.lienvien.bed.placement.domain.Ages;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Specialty;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlWardBook implements WardBook {

    private static final String VERSION =
            """
            select version, since, until, changed_by, organisation, ages, vv, va, crrt, isolation, specialties, lacks,
                min_weight_kg, max_weight_kg, mobile_team, valid_to
            from unit_version where unit = ?
            """;

    private final Sql sql;

    SqlWardBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<WardVersion> now(UnitId unit) {
        return sql.first(VERSION + " and until is null", row -> version(unit, row), unit.value());
    }

    @Override
    public List<WardVersion> versions(UnitId unit) {
        return sql.list(
                VERSION + " order by version desc", row -> version(unit, row), unit.value());
    }

    @Override
    public void write(WardFacts it, String by) {
        sql.run(
                """
                insert into unit (code, organisation, ages, vv, va, crrt, isolation, specialties, lacks,
                    min_weight_kg, max_weight_kg, mobile_team, valid_to, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?, ?::date, ?)
                on conflict (code) do update set ages = excluded.ages, vv = excluded.vv, va = excluded.va,
                    crrt = excluded.crrt, isolation = excluded.isolation, specialties = excluded.specialties,
                    lacks = excluded.lacks, min_weight_kg = excluded.min_weight_kg,
                    max_weight_kg = excluded.max_weight_kg, mobile_team = excluded.mobile_team,
                    valid_to = excluded.valid_to, changed_by = excluded.changed_by
                """,
                it.unit().value(),
                it.ward().organisation().value(),
                it.ages().name(),
                it.vv().name(),
                it.va().name(),
                it.crrt().name(),
                it.isolation().name(),
                names(it.specialties()),
                names(it.lacks()),
                it.minWeightKg(),
                it.maxWeightKg(),
                it.mobileTeam(),
                it.validTo(),
                by);
    }

    @Override
    public boolean isHospital(OrganisationId organisation) {
        return sql.first(
                        "select 1 from hospital where code = ? limit 1",
                        _ -> true,
                        organisation.value())
                .isPresent();
    }

    @Override
    public int promised(UnitId unit) {
        return sql.one(
                "select count(*) from slot where unit = ? and state in ('HELD', 'CONFIRMED')",
                row -> row.getInt(1),
                unit.value());
    }

    private static WardVersion version(UnitId unit, ResultSet row) throws SQLException {
        var facts =
                new WardFacts(
                        new Ward(unit, new OrganisationId(row.getString(5))),
                        Ages.valueOf(row.getString(6)),
                        Finding.valueOf(row.getString(7)),
                        Finding.valueOf(row.getString(8)),
                        Finding.valueOf(row.getString(9)),
                        Finding.valueOf(row.getString(10)),
                        specialties(row.getArray(11)),
                        specialties(row.getArray(12)),
                        row.getBigDecimal(13),
                        row.getBigDecimal(14),
                        row.getBoolean(15),
                        row.getObject(16, LocalDate.class));
        return new WardVersion(
                row.getInt(1), facts, Sql.instant(row, 2), Sql.instant(row, 3), row.getString(4));
    }

    private static Set<Specialty> specialties(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray())
                .map(Specialty::valueOf)
                .collect(toUnmodifiableSet());
    }

    private static List<String> names(Set<Specialty> specialties) {
        return specialties.stream().map(Enum::name).sorted().toList();
    }
}
