package vn.lienvien.journeys.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import vn.lienvien.journeys.Databases;
import vn.lienvien.journeys.Wards;

/** Invented hospitals, with so many beds that no request of the run has to wait for one. */
record BenchWards(Databases databases, Wards wards) {

    private static final int HOSPITALS = 8;

    static List<String> hospitals() {
        return IntStream.rangeClosed(1, HOSPITALS).mapToObj("bench-%d"::formatted).toList();
    }

    /** So many beds in all. */
    void open(int beds) throws SQLException {
        openOnly(HOSPITALS, beds / HOSPITALS);
    }

    void openOnly(int hospitals, int bedsEach) throws SQLException {
        for (var n = 1; n <= hospitals; n++) {
            found(n);
        }
        wards.openOnly(
                bedsEach,
                IntStream.rangeClosed(1, hospitals)
                        .mapToObj(BenchWards::unit)
                        .toArray(String[]::new));
    }

    /** One more. */
    void openAlso(int n, int beds) throws SQLException {
        found(n);
        wards.open(unit(n), beds);
    }

    private static String unit(int n) {
        return "bench-%d.icu-adult".formatted(n);
    }

    private void found(int n) throws SQLException {
        databases.execute(
                "bed",
                """
                insert into hospital (code, valid_from, role, name_vi, name_en, level, former_province,
                    province, latitude, longitude, ecmo, ecmo_basis)
                values ('bench-%1$d', '2021-01-01', 'ecmo_hub', 'Bệnh viện thử tải %1$d (hư cấu)',
                    'Bench hospital %1$d (invented)', 'invented', 'Hồ Chí Minh',
                    'Hồ Chí Minh', 10.77 + %1$d %% 20 * 0.01, 106.68, 'both', 'invented')
                on conflict do nothing;
                insert into unit (code, organisation, ages, vv, va, crrt, isolation, duty_phone, invented)
                values ('bench-%1$d.icu-adult', 'bench-%1$d', 'ADULT', 'YES', 'YES', 'YES', 'YES',
                    '+842800000000', true)
                on conflict do nothing
                """
                        .formatted(n));
    }
}
