package vn.lienvien.bed;

import vn.lienvien.kit.test.OwnerConnection;

/** Invented wards for a test, written over the owner's connection. */
public final class Wards {

    private Wards() {}

    /** Nothing is left of earlier tests. */
    public static void none() {
        OwnerConnection.run(
                """
                -- the allocator looks on: it must not hold what is emptied next
                select pg_advisory_xact_lock(x'6c69656e00000001'::bit(64)::bigint);
                truncate surge, still_true_ask, import_preview, slot, offer, ranking, placement, unit_doubt, unit_duty, capacity_report,
                    relation, outbox, idempotency,
                    inbox, position, audit_chain, audit, stream restart identity cascade;
                update unit set activated = false, mobile_team = false, ready_for_outside = 0,
                    vv = 'UNKNOWN', va = 'UNKNOWN', crrt = 'UNKNOWN', isolation = 'UNKNOWN', reported_at = null,
                    lacks = '{}', min_weight_kg = null, max_weight_kg = null;
                delete from responsibility;
                """);
    }

    /** Activated, can do everything, and has so many free slots for outside patients. */
    public static void open(String unit, int slots) {
        OwnerConnection.run(
                """
                update unit set activated = true, ready_for_outside = %2$d, vv = 'YES', va = 'YES', crrt = 'YES',
                    isolation = 'YES', reported_at = app_now() where code = '%1$s';
                insert into slot (id, version, unit, state, since, invented)
                    select gen_random_uuid(), 0, '%1$s', 'FREE', app_now(), true from generate_series(1, %2$d);
                """
                        .formatted(unit, slots));
    }

    public static void withTeam(String unit) {
        OwnerConnection.run(
                "update unit set mobile_team = true, vv = 'YES', va = 'YES' where code = '%s'"
                        .formatted(unit));
    }
}
