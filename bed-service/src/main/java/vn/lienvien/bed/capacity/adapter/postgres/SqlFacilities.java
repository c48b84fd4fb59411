package vn.lienvien.bed.capacity.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.lienvien.bed.capacity.application.Facilities;
import vn.lienvien.bed.capacity.application.Facility;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlFacilities implements Facilities {

    /** The first day of which the register speaks. */
    private static final LocalDate SINCE = LocalDate.of(2021, 1, 1);

    private static final Set<String> BIG_CITIES = Set.of("Hà Nội", "Hồ Chí Minh");

    private static final String HOSPITAL =
            """
            insert into hospital (code, valid_from, valid_to, role, name_vi, name_vi_after_2025, name_en, level,
                former_province, province, latitude, longitude, coordinate_kind, big_city, ecmo, ecmo_basis,
                population, crrt, isolation, icu_beds_published, phone, source, confidence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code, valid_from) do update set
                valid_to = excluded.valid_to, role = excluded.role, name_vi = excluded.name_vi,
                name_vi_after_2025 = excluded.name_vi_after_2025, name_en = excluded.name_en,
                level = excluded.level, former_province = excluded.former_province,
                province = excluded.province, latitude = excluded.latitude, longitude = excluded.longitude,
                coordinate_kind = excluded.coordinate_kind, big_city = excluded.big_city,
                ecmo = excluded.ecmo, ecmo_basis = excluded.ecmo_basis, population = excluded.population,
                crrt = excluded.crrt, isolation = excluded.isolation,
                icu_beds_published = excluded.icu_beds_published, phone = excluded.phone,
                source = excluded.source, confidence = excluded.confidence
            where hospital is distinct from excluded
            """;

    private static final String UNIT =
            """
            insert into unit (code, organisation, valid_to, ages, vv, va, crrt, isolation)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final Sql sql;

    SqlFacilities(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(List<Facility> facilities) {
        sql.with(
                connection -> {
                    try (var hospitals = connection.prepareStatement(HOSPITAL);
                            var units = connection.prepareStatement(UNIT)) {
                        for (var it : facilities) {
                            hospital(hospitals, it);
                            units(units, it);
                        }
                        hospitals.executeBatch();
                        units.executeBatch();
                    }
                    return facilities.size();
                });
    }

    private static void hospital(PreparedStatement row, Facility it) throws SQLException {
        add(
                row,
                it.code(),
                SINCE,
                it.validTo(),
                it.role(),
                it.nameVi(),
                it.nameViAfter2025(),
                it.nameEn(),
                it.level(),
                it.formerProvince(),
                it.province(),
                it.latitude(),
                it.longitude(),
                it.coordinateKind(),
                BIG_CITIES.contains(it.formerProvince()) ? it.formerProvince() : null,
                it.ecmo(),
                it.ecmoBasis(),
                it.population(),
                it.crrt(),
                it.isolation(),
                it.icuBedsPublished(),
                it.phone(),
                it.source(),
                it.confidence());
    }

    private static void units(PreparedStatement row, Facility it) throws SQLException {
        if (!"paediatric".equals(it.population())) {
            unit(row, it, ".icu-adult", "ADULT");
        }
        if (!"adult".equals(it.population())) {
            unit(row, it, ".icu-paediatric", "PAEDIATRIC");
        }
    }

    private static void unit(PreparedStatement row, Facility it, String name, String ages)
            throws SQLException {
        add(
                row,
                it.code() + name,
                it.code(),
                it.validTo(),
                ages,
                ecmo(it, "VV"),
                ecmo(it, "VA"),
                stated(it.crrt()),
                stated(it.isolation()));
    }

    /** Only a source makes a yes; an estimate, and what nobody wrote down, is unknown. */
    private static String ecmo(Facility it, String mode) {
        boolean offered = it.ecmo().equals("both") || it.ecmo().equals(mode);
        return offered && it.ecmoBasis().equals("source") ? "YES" : "UNKNOWN";
    }

    private static String stated(String field) {
        if (field == null) {
            return "UNKNOWN";
        }
        return field.startsWith("yes") ? "YES" : field.startsWith("no") ? "NO" : "UNKNOWN";
    }

    private static void add(PreparedStatement row, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
        row.addBatch();
    }
}
