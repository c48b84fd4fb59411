package vn.lienvien.journeys.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import vn.lienvien.journeys.Databases;
import vn.lienvien.journeys.Wards;

/** Invented hospitals, large enough that no request of the run has to wait for a bed. */
record BenchWards(Databases databases, Wards wards) {

    private static final int HOSPITALS = 8;

    static List<String> hospitals() {
        return IntStream.rangeClosed(1, HOSPITALS).mapToObj("bench-%d"::formatted).toList();
    }

    void open(int slots) throws SQLException {
        for (var n = 1; n <= HOSPITALS; n++) {
            databases.execute("bed", hospital(n));
            databases.execute("bed", unit(n));
        }
        var units = IntStream.rangeClosed(1, HOSPITALS).mapToObj("bench-%d.icu-adult"::formatted);
        wards.openOnly(slots / HOSPITALS, units.toArray(String[]::new));
    }

    private static String hospital(int n) {
        return """
               insert into hospital (code, valid_from, role, name_vi, name_en, level, former_province,
                   province, latitude, longitude, ecmo, ecmo_basis)
               values ('bench-%1$d', '2021-01-01', 'ecmo_hub', 'Bệnh viện thử tải %1$d (hư cấu)',
                   'Bench hospital %1$d (invented)', 'invented', 'Hồ Chí Minh',
                   'Hồ Chí Minh', 10.77 + %1$d * 0.01, 106.68, 'both', 'invented')
               on conflict do nothing
               """
                .formatted(n);
    }

    private static String unit(int n) {
        return """
               insert into unit (code, organisation, ages, vv, va, crrt, isolation, duty_phone, invented)
               values ('bench-%1$d.icu-adult', 'bench-%1$d', 'ADULT', 'YES', 'YES', 'YES', 'YES',
                   '+842800000000', true)
               on conflict do nothing
               """
                .formatted(n);
    }
}
