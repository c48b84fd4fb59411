package vn.lienvien.journeys.bench;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lienvien.journeys.Databases;

/**
 * An invented country: a hundred units of all sizes and abilities, with about 250 beds free for
 * others, and a waiting list that people have taken from the machine, so that only the plan looks
 * at it.
 */
record PlanCountry(Databases databases) {

    static final int UNITS = 100;

    /** What a unit can do, and how much room it has. */
    record Unit(
            String organisation,
            String ages,
            String vv,
            String va,
            String crrt,
            int slots,
            int taken,
            int room) {}

    /** What somebody who waits needs. */
    record Waiting(String origin, String mode, boolean crrt, String ageGroup) {

        /** Known not to help; what is not known is no violation. */
        boolean cannotBeAt(Unit unit) {
            var ecmo = mode.equals("VA") ? unit.va() : unit.vv();
            var adult = ageGroup.equals("ADULT");
            return unit.organisation().equals(origin)
                    || ecmo.equals("NO")
                    || (crrt && unit.crrt().equals("NO"))
                    || (adult && unit.ages().equals("PAEDIATRIC"))
                    || (!adult && unit.ages().equals("ADULT"));
        }
    }

    void build() throws SQLException {
        databases.execute(
                "bed",
                """
                    update unit set activated = false, ready_for_outside = 0;
                    create temporary table made on commit drop as
                        select n, 'bench-' || n as hospital, 'bench-' || n || '.icu' as unit, 1 + n * 7 %% 4 as free
                        from generate_series(1, %1$d) n;
                    insert into hospital (code, valid_from, role, name_vi, name_en, level, former_province, province,
                            latitude, longitude, big_city, ecmo, ecmo_basis)
                        select hospital, '2021-01-01', 'ecmo_hub', 'Bệnh viện thử tải (hư cấu)', 'Bench hospital (invented)',
                            'invented', 'Hồ Chí Minh', 'Hồ Chí Minh', 9 + n * 7919 %% 1300 / 100.0,
                            103 + n * 104729 %% 600 / 100.0, null, 'both', 'invented' from made;
                    insert into unit (code, organisation, ages, vv, va, crrt, isolation, duty_phone, invented, activated,
                            ready_for_outside, reported_at)
                        select unit, hospital, (array['ADULT', 'ADULT', 'ADULT', 'ALL', 'PAEDIATRIC'])[1 + n %% 5],
                            (array['YES', 'YES', 'YES', 'UNKNOWN'])[1 + n %% 4], (array['YES', 'YES', 'NO'])[1 + n %% 3],
                            (array['YES', 'YES', 'YES', 'NO', 'UNKNOWN', 'YES', 'YES'])[1 + n %% 7], 'YES', '+842800000000',
                            true, true, free, app_now() - n %% 20 * interval '1 hour' from made;
                    insert into slot (id, version, unit, state, since, invented)
                        select gen_random_uuid(), 0, unit, 'FREE', app_now(), true from made, generate_series(1, free);
                    insert into slot (id, version, unit, state, since, invented)
                        select gen_random_uuid(), 0, unit, 'OCCUPIED', app_now(), true
                        from made, generate_series(1, n * 3 %% 6);
                    """
                        .formatted(UNITS));
    }

    /** Those after the first so many, up to so many in all. */
    void wait(int after, int upTo) throws SQLException {
        databases.execute(
                "bed",
                """
                    insert into placement (transfer_id, version, case_code, origin, urgency, attempt, routing, endorsed,
                            top_rank, needs, stage, paused, excluded, silent, offers_made, team, queued_at)
                        select gen_random_uuid(), 0, 'BENCH' || n, 'bench-' || 1 + n * 31 %% %3$d,
                            (array['U1', 'U2', 'U2', 'U2', 'U3'])[1 + n %% 5], 1, 'SEARCH', true, false,
                            jsonb_build_object('ecmoStatus', 'RUNNING', 'ecmoMode', (array['VV', 'VV', 'VA'])[1 + n %% 3],
                                'ageGroup', case when n %% 8 = 0 then 'CHILD' else 'ADULT' end,
                                'ageYears', case when n %% 8 = 0 then 7 else 45 end, 'weightKg', 60,
                                'crrt', case when n %% 2 = 0 then 'YES' else 'UNKNOWN' end, 'isolation', 'UNKNOWN',
                                'specialties', '[]'::jsonb, 'wishes', '[]'::jsonb),
                            'WAITING', 'BY_COORDINATOR', '{}', 0, 0, '{"asked": [], "exhausted": false}',
                            app_now() - (1000 - n) * interval '1 minute'
                        from generate_series(%1$d, %2$d) n;
                    """
                        .formatted(after + 1, upTo, UNITS));
        databases.execute("bed", "vacuum analyze hospital, unit, slot, placement");
    }

    Map<String, Unit> units() throws SQLException {
        var units = new HashMap<String, Unit>();
        for (var row : databases.rows("bed", READ_UNITS)) {
            units.put(
                    row.getFirst(),
                    new Unit(
                            row.get(1),
                            row.get(2),
                            row.get(3),
                            row.get(4),
                            row.get(5),
                            number(row, 6),
                            number(row, 7),
                            number(row, 8)));
        }
        return units;
    }

    Map<String, Waiting> waiting() throws SQLException {
        var waiting = new HashMap<String, Waiting>();
        for (var row : databases.rows("bed", READ_QUEUE)) {
            waiting.put(
                    row.getFirst(),
                    new Waiting(row.get(1), row.get(2), row.get(3).equals("YES"), row.get(4)));
        }
        return waiting;
    }

    private static int number(List<String> row, int column) {
        return Integer.parseInt(row.get(column));
    }

    private static final String READ_UNITS =
            """
            select u.code, u.organisation, u.ages, u.vv, u.va, u.crrt, count(*),
                count(*) filter (where s.state = 'OCCUPIED'),
                least(u.ready_for_outside, count(*) filter (where s.state = 'FREE'))
            from unit u join slot s on s.unit = u.code where u.activated group by u.code
            """;

    private static final String READ_QUEUE =
            "select transfer_id, origin, needs ->> 'ecmoMode', needs ->> 'crrt', needs ->> 'ageGroup' from placement";
}
