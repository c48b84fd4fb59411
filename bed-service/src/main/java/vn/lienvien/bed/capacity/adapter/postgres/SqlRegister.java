package vn.lienvien.bed.capacity.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.domain.Source;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlRegister implements Register {

    private static final String HOSPITAL =
            """
            select code, role, name_vi, name_vi_after_2025, name_en, level, former_province, province,
                latitude, longitude, coordinate_kind, ecmo, ecmo_basis, population, crrt, isolation,
                icu_beds_published, phone, source, confidence, valid_from, valid_to
            from hospital
            where code > ? and valid_from <= (select today()) and (valid_to is null or valid_to >= (select today()))
            order by code limit ?
            """;

    private static final String UNIT =
            """
            select u.code, u.organisation, u.ages, u.vv, u.va, u.crrt, u.isolation, u.specialties,
                u.mobile_team, u.activated, u.ready_for_outside, u.duty_phone, d.reason,
                s.free, s.held, s.confirmed, s.occupied, s.cleaning, s.closed,
                u.reported_at, r.source, app_now(), h.province,
                exists (select 1 from surge g where g.ended_at is null and (g.province is null or g.province = h.province)),
                u.invented, case when a.asked_at > coalesce(u.reported_at, '-infinity') then a.asked_at end,
                s.extra_promised,
            """
                    + SqlReports.COLUMNS
                    + """

            from unit u left join unit_doubt d on d.unit = u.code
            left join still_true_ask a on a.unit = u.code
            left join hospital h on h.code = u.organisation and h.valid_from <= (select today())
                and (h.valid_to is null or h.valid_to >= (select today()))
            left join lateral (
                select count(*) filter (where state = 'FREE') as free,
                    count(*) filter (where state = 'HELD') as held,
                    count(*) filter (where state = 'CONFIRMED') as confirmed,
                    count(*) filter (where state = 'OCCUPIED') as occupied,
                    count(*) filter (where state = 'CLEANING') as cleaning,
                    count(*) filter (where state = 'CLOSED') as closed,
                    count(*) filter (where extra and state in ('HELD', 'CONFIRMED')) as extra_promised
                from slot where slot.unit = u.code) s on true
            left join lateral (
                select * from capacity_report where capacity_report.unit = u.code
                order by reported_at desc, id desc limit 1) r on true
            where (u.valid_to is null or u.valid_to >= (select today())) and
            """;

    private final Sql sql;

    SqlRegister(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<HospitalPicture> hospitals(String after, int limit) {
        return sql.list(HOSPITAL, SqlRegister::hospital, after, limit);
    }

    @Override
    public List<UnitPicture> units(String after, int limit) {
        return sql.list(
                UNIT + " u.code > ? order by u.code limit ?", SqlRegister::unit, after, limit);
    }

    @Override
    public Optional<UnitPicture> unit(UnitId unit) {
        return sql.first(UNIT + " u.code = ?", SqlRegister::unit, unit.value());
    }

    private static HospitalPicture hospital(ResultSet row) throws SQLException {
        return new HospitalPicture(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Double.class),
                row.getObject(10, Double.class),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getObject(21, LocalDate.class),
                row.getObject(22, LocalDate.class));
    }

    private static UnitPicture unit(ResultSet row) throws SQLException {
        return new UnitPicture(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                List.of((String[]) row.getArray(8).getArray()),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getInt(11),
                row.getString(12),
                row.getString(13),
                new Slots(
                        row.getInt(14),
                        row.getInt(15),
                        row.getInt(16),
                        row.getInt(17),
                        row.getInt(18),
                        row.getInt(19)),
                row.getInt(27),
                SqlReports.read(row, 28),
                Sql.instant(row, 20),
                row.getString(21) == null ? null : Source.valueOf(row.getString(21)),
                Sql.instant(row, 26),
                Sql.instant(row, 22),
                row.getString(23),
                row.getBoolean(24),
                row.getBoolean(25));
    }
}
