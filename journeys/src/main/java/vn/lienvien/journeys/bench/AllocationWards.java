package vn.lienvien.journeys.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import vn.lienvien.journeys.Databases;

/**
 * Invented units all over the country, each with beds free for others; the first forty could treat
 * the patients of the run, all others are for children or have no VV-ECMO.
 */
record AllocationWards(Databases databases) {

    static final int SUITABLE = 40;

    /** Enough for a round of requests, one in each. */
    private static final int BEDS = 6;

    static List<String> suitable() {
        return IntStream.rangeClosed(1, SUITABLE)
                .mapToObj("bench-%d.icu-adult"::formatted)
                .toList();
    }

    /** Those after the first so many, up to so many in all. */
    void add(int after, int upTo) throws SQLException {
        databases.execute("bed", units(after + 1, upTo));
        databases.execute("bed", "vacuum analyze hospital, unit, slot, placement, offer");
    }

    private static String units(int from, int upTo) {
        return """
            create temporary table made on commit drop as
                select n, 'bench-' || n as hospital, 'bench-' || n || '.icu-adult' as unit
                from generate_series(%1$d, %2$d) n;
            insert into hospital (code, valid_from, role, name_vi, name_en, level, former_province, province,
                    latitude, longitude, ecmo, ecmo_basis)
                select hospital, '2021-01-01', 'ecmo_hub', 'Bệnh viện thử tải (hư cấu)', 'Bench hospital (invented)',
                    'invented', 'Hồ Chí Minh', 'Hồ Chí Minh', 9 + n * 7919 %% 1300 / 100.0,
                    103 + n * 104729 %% 600 / 100.0, 'both', 'invented' from made;
            insert into unit (code, organisation, ages, vv, va, crrt, isolation, duty_phone, invented, activated,
                    ready_for_outside, reported_at)
                select unit, hospital, case when n <= %3$d or n %% 2 = 0 then 'ADULT' else 'PAEDIATRIC' end,
                    case when n <= %3$d or n %% 2 = 1 then 'YES' else 'NO' end, 'YES', 'YES', 'YES',
                    '+842800000000', true, true, %4$d, app_now() from made;
            insert into slot (id, version, unit, state, since, invented)
                select gen_random_uuid(), 0, unit, 'FREE', app_now(), true from made, generate_series(1, %4$d);
            """
                .formatted(from, upTo, SUITABLE, BEDS);
    }
}
